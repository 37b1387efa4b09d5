import { Temporal } from 'temporal-polyfill'
import { counted, dayWords, weekdayWord, dateInFull } from './day-words.js'
import { londonDate, londonInstant, londonTime } from './london.js'
import { type SchoolCalendar, isSchoolDay, schoolDayBounds, schoolDayOf } from './school-calendar.js'
import { schoolDaysBetween, schoolTimeBetween } from './school-time-between.js'

/** Up to this much school time is said in school hours; more is said as a day. A school day is between six and seven hours. */
const HOURS_UP_TO_MINUTES = 6 * 60
/** How `deadline` writes the end of a calendar day; nobody needs to be told the minute. */
const END_OF_DAY = '23:59'

/**
 * How long somebody has, for staff, in a few words: "25 minutes left", "2 school hours left", "due today by 15:20",
 * "due Tuesday home time", "due Tue 5 Jan by 17:00"; and when it is past: "10 minutes over", "3 school hours over",
 * "1 school day over", "over since Friday 15:20". Amounts are rounded down, so nobody is promised time they do not have.
 */
export function timeLeft(calendar: SchoolCalendar, now: Temporal.Instant, due: Temporal.Instant): string {
  return Temporal.Instant.compare(now, due) < 0 ? left(calendar, now, due) : over(calendar, due, now)
}

/** Whether a deadline has passed. At the very instant it has. */
export function isOver(now: Temporal.Instant, due: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, due) >= 0
}

/**
 * The same for a child, who thinks in home times: "by home time today", "by Tuesday home time", "by home time on Tuesday
 * 5 January 2027". It is the home time of the school day that the deadline is in, or of the next one; the adult's own
 * deadline is never later, unless it falls in a holiday. Goes after "a grown-up will answer".
 */
export function timeLeftForChild(calendar: SchoolCalendar, now: Temporal.Instant, due: Temporal.Instant): string {
  // A child who comes back after the deadline is told when the answer must now be there, not how late we are.
  const soonest = Temporal.Instant.compare(now, due) < 0 ? due : now
  const justBefore = soonest.subtract({ nanoseconds: 1 })
  const { date } = schoolDayOf(calendar, justBefore)
  const days = londonDate(now).until(date, { largestUnit: 'days' }).days
  if (days === 0) return 'by home time today'
  return days < 7 ? `by ${weekdayWord(date)} home time` : `by home time on ${dateInFull(date)}`
}

function left(calendar: SchoolCalendar, now: Temporal.Instant, due: Temporal.Instant): string {
  const minutes = minutesBetween(now, due)
  if (minutes < 1) return 'due now'
  if (minutes < 60) return `${counted(minutes, 'minute')} left`
  const today = londonDate(now)
  const date = londonDate(due)
  if (isHomeTime(calendar, due))
    return date.equals(today) ? dueBy('today', due) : `due ${dayWords(date, today)} home time`
  const school = schoolTimeBetween(calendar, now, due)
  const inSchoolHours = schoolTimeBetween(calendar, due.subtract({ minutes: 1 }), due) === 1
  if (inSchoolHours && school >= 60 && school <= HOURS_UP_TO_MINUTES) return `${schoolHours(school)} left`
  return dueBy(dayWords(date, today), due)
}

function over(calendar: SchoolCalendar, due: Temporal.Instant, now: Temporal.Instant): string {
  const minutes = minutesBetween(due, now)
  if (minutes < 1) return 'due now'
  if (minutes < 60) return `${counted(minutes, 'minute')} over`
  const school = schoolTimeBetween(calendar, due, now)
  const days = wholeSchoolDays(calendar, due, now)
  if (school < 60) return `over since ${dayWords(londonDate(due), londonDate(now))} ${londonTime(due)}`
  return school <= HOURS_UP_TO_MINUTES || days === 0
    ? `${schoolHours(school)} over`
    : `${counted(days, 'school day')} over`
}

/** A day is whole when as much of its last school day has passed as had of the first one at the deadline. */
function wholeSchoolDays(calendar: SchoolCalendar, due: Temporal.Instant, now: Temporal.Instant): number {
  const today = londonDate(now)
  const days = schoolDaysBetween(calendar, londonDate(due), today)
  const partial = isSchoolDay(calendar, today) && schoolSinceMorning(calendar, now) < schoolSinceMorning(calendar, due)
  return partial ? days - 1 : days
}

function schoolSinceMorning(calendar: SchoolCalendar, at: Temporal.Instant): number {
  return schoolTimeBetween(calendar, londonInstant(londonDate(at), '00:00'), at)
}

function dueBy(day: string, due: Temporal.Instant): string {
  const time = londonTime(due)
  return time === END_OF_DAY ? `due ${day}` : `due ${day} by ${time}`
}

function isHomeTime(calendar: SchoolCalendar, due: Temporal.Instant): boolean {
  return schoolDayBounds(calendar, londonDate(due))?.closes.equals(due) ?? false
}

function schoolHours(minutes: number): string {
  return counted(Math.floor(minutes / 60), 'school hour')
}

function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 60_000)
}
