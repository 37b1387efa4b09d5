import { Temporal } from 'temporal-polyfill'
import { type SchoolCalendar, schoolDayOf, schoolDays } from './school-calendar.js'

/** The minutes of school between two instants, whole ones only; nought when `to` is not after `from`. */
export function schoolTimeBetween(calendar: SchoolCalendar, from: Temporal.Instant, to: Temporal.Instant): number {
  const end = to.epochMilliseconds
  const days = schoolDays(calendar)
  let day = schoolDayOf(calendar, from)
  let at = Math.max(from.epochMilliseconds, day.opens.epochMilliseconds)
  let milliseconds = 0
  while (at < end) {
    milliseconds += Math.min(end, day.closes.epochMilliseconds) - at
    day = days.after(day)
    at = day.opens.epochMilliseconds
  }
  return Math.floor(milliseconds / 60_000)
}

/** The school days after the day of `from`, up to and including that of `to`; nought when none. */
export function schoolDaysBetween(calendar: SchoolCalendar, from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const days = schoolDays(calendar)
  let count = 0
  for (let day = days.next(from); isOnOrBefore(day.date, to); day = days.after(day)) count++
  return count
}

function isOnOrBefore(date: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, other) <= 0
}
