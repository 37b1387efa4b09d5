import type { Temporal } from 'temporal-polyfill'
import { londonInstant } from '../../../../kernel/calendar/london.js'
import { type SchoolCalendar, type SchoolDay, schoolDays } from '../../../../kernel/calendar/school-calendar.js'
import type { IsoDate } from '../../import/roster.js'
import type { When } from './story.js'

/** The days of one story. */
export interface StoryDays {
  /** The day on which it begins. */
  readonly begins: IsoDate
  readonly at: (when: When) => Temporal.Instant
  /** The moment as a form would send it: '2026-11-24T10:42', school time. */
  readonly local: (when: When) => string
}

/**
 * The school days of a story that began `ago` school days before the last one. The last one is before `today`, so that whatever
 * the hour at which the example school is set up, nothing in it has yet to happen.
 */
export function storyDays(calendar: SchoolCalendar, today: Temporal.PlainDate, ago: number): StoryDays {
  const days = schoolDays(calendar)
  let first: SchoolDay = days.onOrBefore(today.subtract({ days: 1 }))
  for (let back = 0; back < ago; back += 1) first = days.onOrBefore(first.date.subtract({ days: 1 }))
  const dateOf = (day: number): Temporal.PlainDate => {
    let at = first
    for (let on = 0; on < day; on += 1) at = days.after(at)
    return at.date
  }
  return {
    begins: first.date.toString(),
    at: ([day, time]) => londonInstant(dateOf(day), time),
    local: ([day, time]) => `${dateOf(day).toString()}T${time}`,
  }
}
