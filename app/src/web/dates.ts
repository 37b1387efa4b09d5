import type { Temporal } from 'temporal-polyfill'
import { londonDate, londonTime } from '../kernel/calendar/london.js'
import { monthNames } from '../kernel/calendar/month-names.js'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const dayName = (date: Temporal.PlainDate) => days[date.dayOfWeek - 1] ?? ''
const monthName = (date: Temporal.PlainDate) => monthNames[date.month - 1] ?? ''

/** 'Tuesday 24 November 2026': on hover, in print and wherever a record is kept. */
export function fullDate(date: Temporal.PlainDate): string {
  return `${dayName(date)} ${date.day} ${monthName(date)} ${date.year}`
}

/** '24 Nov 2026': in lists, and in files that a spreadsheet reads as a day. */
export const shortDate = (date: Temporal.PlainDate): string => `${date.day} ${monthName(date).slice(0, 3)} ${date.year}`

/** A day as people say it, seen from `today`: 'today', 'yesterday', 'Tue 24 Nov', and with its year when it is another. */
export function spokenDate(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const away = date.equals(today) ? 0 : today.until(date).days
  if (away === 0) return 'today'
  if (away === -1) return 'yesterday'
  if (away === 1) return 'tomorrow'
  const short = `${dayName(date).slice(0, 3)} ${date.day} ${monthName(date).slice(0, 3)}`
  return date.year === today.year ? short : `${short} ${date.year}`
}

/** A moment as people say it, in London time: 'today 10:42', 'Tue 24 Nov 10:42'. */
export function spokenTime(at: Temporal.Instant, now: Temporal.Instant): string {
  return `${spokenDate(londonDate(at), londonDate(now))} ${londonTime(at)}`
}

/** 'Tuesday 24 November 2026, 10:42', in London time. */
export function fullTime(at: Temporal.Instant): string {
  return `${fullDate(londonDate(at))}, ${londonTime(at)}`
}
