import { Temporal } from 'temporal-polyfill'
import { isBankHoliday, isWeekend } from './bank-holidays.js'
import { londonDate, londonInstant } from './london.js'
import { type OpenDay, type OpenDays, openDays } from './open-days.js'

/** A stretch of dates, both ends included, as ISO dates ('2026-09-03'). */
export interface DateRange {
  readonly from: string
  readonly to: string
}

/** When pupils are in school on a day, on London's clocks ('08:40'). */
export interface SchoolHours {
  readonly opens: string
  readonly closes: string
}

/** Days of the school week. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday'

/**
 * The school's year as the office enters it: plain data, stored as JSON. Never change one in place, make a new one: what
 * follows from a calendar is remembered for the object (`schoolDays`).
 */
export interface SchoolCalendar {
  /** First and last day for pupils; half terms may be closures inside a term, or the school may name six short terms. */
  readonly terms: readonly (DateRange & { readonly name: string })[]
  /** Days inside a term without pupils: INSET, half term, snow. Bank holidays need no entry. */
  readonly closures: readonly (DateRange & { readonly why: string })[]
  readonly hours: SchoolHours & { readonly byWeekday?: Readonly<Partial<Record<Weekday, SchoolHours>>> }
  /** Days that end early, such as the last of a term. */
  readonly shortDays?: readonly { readonly on: string; readonly closes: string; readonly why: string }[]
}

/** A day with pupils in school. `term` is its place in the calendar's terms in order of date, or null where it is assumed. */
export interface SchoolDay extends OpenDay {
  readonly term: number | null
}

/** A school that has entered nothing yet: every working day from 08:40 to 15:20, and nothing certain. */
export const unknownCalendar: SchoolCalendar = {
  terms: [],
  closures: [],
  hours: { opens: '08:40', closes: '15:20' },
}

/**
 * The longest break between terms, or closure within one, that is believed: nine weeks. A longer gap means that a term is
 * missing, and then a child's report must not wait for the next one that was entered.
 */
export const LONGEST_BREAK_DAYS = 63

const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

const remembered = new WeakMap<SchoolCalendar, OpenDays<SchoolDay>>()

/** The school days of a calendar, walked and remembered. */
export function schoolDays(calendar: SchoolCalendar): OpenDays<SchoolDay> {
  let days = remembered.get(calendar)
  if (!days) remembered.set(calendar, (days = openDays(lookIn(calendar))))
  return days
}

/** Whether pupils are in school on a date. Where no term dates are known, whether it is a working day. */
export function isSchoolDay(calendar: SchoolCalendar, date: Temporal.PlainDate): boolean {
  return schoolDays(calendar).on(date) !== null
}

/** The first school day after a date. */
export function nextSchoolDay(calendar: SchoolCalendar, date: Temporal.PlainDate): SchoolDay {
  return schoolDays(calendar).next(date)
}

/** When school opens and closes on a date, or null on a closed day. */
export function schoolDayBounds(
  calendar: SchoolCalendar,
  date: Temporal.PlainDate,
): { readonly opens: Temporal.Instant; readonly closes: Temporal.Instant } | null {
  return schoolDays(calendar).on(date)
}

/** The school day that an instant belongs to: the one it falls in, or, outside school hours, the next to open. */
export function schoolDayOf(calendar: SchoolCalendar, instant: Temporal.Instant): SchoolDay {
  const days = schoolDays(calendar)
  const day = days.onOrAfter(londonDate(instant))
  return day.closes.epochMilliseconds <= instant.epochMilliseconds ? days.after(day) : day
}

/** The calendar's terms in order of date. */
export function termsInOrder(calendar: SchoolCalendar): SchoolCalendar['terms'] {
  return calendar.terms.toSorted((a, b) => a.from.localeCompare(b.from))
}

/** Whether a date lies in a range. ISO dates sort as text. */
export function contains(range: DateRange, isoDate: string): boolean {
  return range.from <= isoDate && isoDate <= range.to
}

/** The days of a range, both ends counted; nought or less when its ends are the wrong way round. */
export function lengthInDays({ from, to }: DateRange): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days + 1
}

/** The days between each term and the next. */
export function breaksBetween(terms: readonly DateRange[]): readonly DateRange[] {
  return eachWithNext(terms).map(([term, next]) => ({
    from: Temporal.PlainDate.from(term.to).add({ days: 1 }).toString(),
    to: Temporal.PlainDate.from(next.from).subtract({ days: 1 }).toString(),
  }))
}

/** Each of a row with the one that follows it. */
export function eachWithNext<T>(row: readonly T[]): readonly (readonly [T, T])[] {
  return row.slice(1).flatMap((next, place) => row.slice(place, place + 1).map((each) => [each, next] as const))
}

function lookIn(calendar: SchoolCalendar): (date: Temporal.PlainDate) => SchoolDay | null {
  const terms = termsInOrder(calendar)
  const believed = (range: DateRange) => lengthInDays(range) <= LONGEST_BREAK_DAYS
  const closed = [...calendar.closures, ...breaksBetween(terms)].filter(believed)
  const doubtful = calendar.closures.filter((range) => !believed(range))
  return (date) => {
    const iso = date.toString()
    if (isWeekend(date) || isBankHoliday(date) || closed.some((range) => contains(range, iso))) return null
    const term = terms.findIndex((range) => contains(range, iso))
    const certain = term >= 0 && !doubtful.some((range) => contains(range, iso))
    return { date, ...boundsOf(calendar, date), certain, term: term < 0 ? null : term }
  }
}

function boundsOf({ hours, shortDays }: SchoolCalendar, date: Temporal.PlainDate) {
  const weekday = WEEKDAYS[date.dayOfWeek - 1]
  const usual = (weekday && hours.byWeekday?.[weekday]) ?? hours
  const short = shortDays?.find(({ on }) => on === date.toString())
  return { opens: londonInstant(date, usual.opens), closes: londonInstant(date, short?.closes ?? usual.closes) }
}
