import type { Temporal } from 'temporal-polyfill'
import { type SchoolCalendar, schoolDayOf, schoolDays } from './school-calendar.js'

/** The minutes of school between two instants, whole ones only; nought when `to` is not after `from`. */
export function schoolTimeBetween(calendar: SchoolCalendar, from: Temporal.Instant, to: Temporal.Instant): number {
  const milliseconds = schoolTimeUntil(calendar, to) - schoolTimeUntil(calendar, from)
  return Math.max(0, Math.floor(milliseconds / 60_000))
}

/** The milliseconds of school before an instant, from a first day that is the calendar's own affair. */
function schoolTimeUntil(calendar: SchoolCalendar, at: Temporal.Instant): number {
  const day = schoolDayOf(calendar, at)
  const today = Math.max(0, at.epochMilliseconds - day.opens.epochMilliseconds)
  return schoolDays(calendar).before(day).open + today
}

/** The school days after the day of `from`, up to and including that of `to`; nought when none. */
export function schoolDaysBetween(calendar: SchoolCalendar, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const days = schoolDays(calendar)
  return Math.max(0, days.before(days.next(to)).days - days.before(days.next(from)).days)
}
