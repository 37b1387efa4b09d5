import type { FilterEvent } from '../contract.js'
import type { Policy, SchoolCalendar, TimeBand, Weekday } from '../policy.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** 01:00 UTC on the last Sunday of a month (0 = January): when British clocks change (Summer Time Act 1972, Order 2002). */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return last.getTime() - last.getUTCDay() * DAY + HOUR
}

/** How far London is ahead of UTC, and the next moment at which that changes. */
export function londonOffset(at: number): { readonly offset: number; readonly until: number } {
  const year = new Date(at).getUTCFullYear()
  const [spring, autumn] = [lastSunday(year, 2), lastSunday(year, 9)]
  if (at < spring) return { offset: 0, until: spring }
  return at < autumn ? { offset: HOUR, until: autumn } : { offset: 0, until: lastSunday(year + 1, 2) }
}

/** A moment as the school's clock shows it. */
export interface SchoolMoment {
  /** ISO date in London. */
  readonly date: string
  readonly weekday: Weekday
  /** Minutes since midnight by the clock on the wall. */
  readonly minute: number
  /** Null on a weekday after the last term that the calendar has: nobody has said yet. */
  readonly schoolDay: boolean | null
}

export function schoolMoment(at: number, calendar: SchoolCalendar): SchoolMoment {
  return onTheWall(at + londonOffset(at).offset, calendar)
}

function onTheWall(wall: number, calendar: SchoolCalendar): SchoolMoment {
  const local = new Date(wall)
  const date = local.toISOString().slice(0, 10)
  const weekday = WEEKDAYS[local.getUTCDay()] ?? 'sun'
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes()
  return { date, weekday, minute, schoolDay: isSchoolDay(date, weekday, calendar) }
}

function isSchoolDay(date: string, weekday: Weekday, { terms, closed }: SchoolCalendar): boolean | null {
  if (weekday === 'sat' || weekday === 'sun') return false
  if (terms.every(({ to }) => date >= to)) return null
  return terms.some(({ from, to }) => date >= from && date < to) && !closed.includes(date)
}

/**
 * Until when the policy knows its school days, in milliseconds since 1970 UTC: midnight after the last term. Infinity where none of its
 * times asks.
 */
export function knowsSchoolDaysUntil({ times, calendar }: Pick<Policy, 'times' | 'calendar'>): number {
  if (!times.some(({ days }) => days === 'school-days' || days === 'not-school-days')) return Infinity
  const midnight = Math.max(-Infinity, ...calendar.terms.map(({ to }) => Date.parse(`${to}T00:00:00Z`)))
  return midnight === -Infinity ? midnight : midnight - londonOffset(midnight).offset
}

/** What is told once the calendar has ended. */
export const calendarEvents = (until: number, at: number): readonly FilterEvent[] =>
  at < until ? [] : [{ type: 'calendar.ended', at, alarm: true, sentence: CALENDAR_ENDED }]

const CALENDAR_ENDED =
  'The calendar has no term that is or comes. On weekdays, rules for school days and for other days shut what they shut, and open nothing.'

/** Minutes since midnight of 'HH:MM'; '24:00' is the end of the day. */
export function minuteOf(text: string): number {
  const [hours = '0', minutes = '0'] = text.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/**
 * Whether a band holds at a moment. One that runs across midnight belongs, after it, to the day on which it began. `ifUnknown`
 * is the answer where it hangs on a school day and nobody has said whether there is one: for a rule that shuts it holds,
 * for one that opens it does not, so that a calendar that was forgotten opens nothing.
 */
export function holds(band: TimeBand, at: number, calendar: SchoolCalendar, ifUnknown: boolean): boolean {
  const wall = at + londonOffset(at).offset
  const now = onTheWall(wall, calendar)
  const [from, to] = [minuteOf(band.from), minuteOf(band.to)]
  const isDay = (moment: SchoolMoment): boolean => hasDay(band, moment) ?? ifUnknown
  if (from < to) return now.minute >= from && now.minute < to && isDay(now)
  return (now.minute >= from && isDay(now)) || (now.minute < to && isDay(onTheWall(wall - DAY, calendar)))
}

function hasDay({ days }: TimeBand, { weekday, schoolDay }: SchoolMoment): boolean | null {
  if (days === 'every-day') return true
  if (days === 'school-days') return schoolDay
  if (days !== 'not-school-days') return days.includes(weekday)
  return schoolDay === null ? null : !schoolDay
}

/** The next moment after `at` when any band may begin or end: an edge, midnight, or the clocks changing. */
export function nextEdge(bands: readonly TimeBand[], at: number): number {
  const { offset, until } = londonOffset(at)
  const wall = at + offset
  const midnight = Math.floor(wall / DAY) * DAY
  const edges = [DAY, ...bands.flatMap(({ from, to }) => [minuteOf(from) * MINUTE, minuteOf(to) * MINUTE])]
  const next = Math.min(...edges.map((edge) => midnight + edge).filter((edge) => edge > wall))
  return Math.min(next - offset, until)
}
