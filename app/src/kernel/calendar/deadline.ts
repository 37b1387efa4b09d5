import { Temporal } from 'temporal-polyfill'
import { isBankHoliday, isWeekend } from './bank-holidays.js'
import { londonDate, londonInstant } from './london.js'
import { type OpenDay, type OpenDays, openDays } from './open-days.js'
import { type SchoolCalendar, schoolDayOf, schoolDays } from './school-calendar.js'
import type { CountedUnit, Span } from './span.js'
import { termEnd } from './term-end.js'

/** When something falls due, and whether the school's entered terms reach that far. */
export interface Deadline {
  readonly at: Temporal.Instant
  /** False when term dates were missing and working days were taken for school days: then it can only be too early. */
  readonly certain: boolean
}

/** What an office outside the school (a council's referral desk, the LADO) keeps: a working day ends at five. */
const OFFICE_CLOSES = '17:00'
/** The last minute of a calendar day, so that people read "by the end of Tuesday" and not "Wednesday 00:00". */
const LAST_MINUTE = '23:59'

/**
 * When a span that starts at `start` runs out, in Europe/London.
 *
 * - `at once`: at the start. Minutes and hours: elapsed time, through nights, holidays and the change of the clocks.
 * - School hours: only time in school counts; begun outside school hours, they run from the next opening.
 * - Days of any kind: the day of the start is never counted (as in law: Lester v Garland, 1808) and the last one is given
 *   whole: school days end at home time, working days (Monday to Friday, no bank holiday) at 17:00, others at 23:59.
 * - Weeks and months likewise; a month ends on the same date of the month, or on its last day where there is none
 *   (Dodds v Walker, House of Lords, 1981), so one month from 31 January is 28 or 29 February.
 * - `same school day`: home time of the school day it began in, or of the next one if school was shut. What cannot wait
 *   overnight is given in minutes instead.
 * - `term`: home time on the last day of the term it began in, or of the next term if it began in a holiday.
 *
 * Later starts never give earlier deadlines, nor do longer spans of one unit.
 */
export function deadline(calendar: SchoolCalendar, start: Temporal.Instant, span: Span): Temporal.Instant {
  return reckonDeadline(calendar, start, span).at
}

/** `deadline`, with word of whether it is certain. */
export function reckonDeadline(calendar: SchoolCalendar, start: Temporal.Instant, span: Span): Deadline {
  switch (span.unit) {
    case 'at once':
      return { at: start, certain: true }
    case 'same school day':
      return closeOf(schoolDayOf(calendar, start))
    case 'term':
      return closeOf(termEnd(calendar, schoolDayOf(calendar, start)))
    default:
      return reckonings[span.unit](calendar, start, span.count)
  }
}

type Reckoning = (calendar: SchoolCalendar, start: Temporal.Instant, count: number) => Deadline

const reckonings: Readonly<Record<CountedUnit, Reckoning>> = {
  minute: (_, start, minutes) => ({ at: start.add({ minutes }), certain: true }),
  hour: (_, start, hours) => ({ at: start.add({ hours }), certain: true }),
  day: (_, start, days) => endOfDay(start, { days }),
  week: (_, start, weeks) => endOfDay(start, { weeks }),
  month: (_, start, months) => endOfDay(start, { months }),
  'school hour': afterSchoolHours,
  'school day': (calendar, start, count) => afterDays(schoolDays(calendar), start, count),
  'working day': (_, start, count) => afterDays(workingDays, start, count),
}

const workingDays = openDays<OpenDay>((date) => {
  if (isWeekend(date) || isBankHoliday(date)) return null
  return { date, opens: londonInstant(date, '00:00'), closes: londonInstant(date, OFFICE_CLOSES), certain: true }
})

function endOfDay(start: Temporal.Instant, later: Temporal.DurationLike): Deadline {
  return { at: londonInstant(londonDate(start).add(later), LAST_MINUTE), certain: true }
}

function afterDays<D extends OpenDay>(days: OpenDays<D>, start: Temporal.Instant, count: number): Deadline {
  let day = days.next(londonDate(start))
  let certain = day.certain
  for (let counted = 1; counted < count; counted++) {
    day = days.after(day)
    certain &&= day.certain
  }
  return { at: day.closes, certain }
}

function afterSchoolHours(calendar: SchoolCalendar, start: Temporal.Instant, hours: number): Deadline {
  const days = schoolDays(calendar)
  let day = schoolDayOf(calendar, start)
  let certain = day.certain
  let from = Math.max(start.epochMilliseconds, day.opens.epochMilliseconds)
  let left = hours * 3_600_000
  while (from + left > day.closes.epochMilliseconds) {
    left -= day.closes.epochMilliseconds - from
    day = days.after(day)
    certain &&= day.certain
    from = day.opens.epochMilliseconds
  }
  return { at: Temporal.Instant.fromEpochMilliseconds(from + left), certain }
}

function closeOf({ closes, certain }: OpenDay): Deadline {
  return { at: closes, certain }
}
