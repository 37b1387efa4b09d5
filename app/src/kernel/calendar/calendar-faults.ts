import { Temporal } from 'temporal-polyfill'
import { dateInFull } from './day-words.js'
import {
  type DateRange,
  LONGEST_BREAK_DAYS,
  type SchoolCalendar,
  type SchoolHours,
  breaksBetween,
  eachWithNext,
  lengthInDays,
  termsInOrder,
} from './school-calendar.js'

/**
 * What is wrong or doubtful with a calendar as entered, one sentence each for the office, the worst first; empty when
 * nothing is. Deadlines may only be reckoned on a calendar of which `calendarErrors` is empty.
 */
export function calendarFaults(calendar: SchoolCalendar): readonly string[] {
  const errors = calendarErrors(calendar)
  return errors.length > 0 ? errors : calendarDoubts(calendar)
}

/** What makes a calendar unusable: impossible dates or times, ends before beginnings, terms that overlap. */
export function calendarErrors({ terms, closures, hours, shortDays = [] }: SchoolCalendar): readonly string[] {
  const ranges = [
    ...terms.map((term) => [term.name || 'A term', term] as const),
    ...closures.map((closure) => [closure.why || 'A closure', closure] as const),
    ...shortDays.map(({ on, why }) => [why || 'A short day', { from: on, to: on }] as const),
  ]
  const dates = ranges.flatMap(([name, range]) => rangeErrors(name, range))
  const times = [hours, ...Object.values(hours.byWeekday ?? {})].flatMap(hoursErrors)
  const early = shortDays
    .filter(({ closes }) => !isTime(closes))
    .map(({ closes }) => `"${closes}" is not a time such as 13:30.`)
  return [...dates, ...times, ...early, ...(dates.length > 0 ? [] : overlaps(terms))]
}

/** What is possible but unlikely, and how Hedgerow takes it meanwhile. */
export function calendarDoubts(calendar: SchoolCalendar): readonly string[] {
  const gaps = breaksBetween(termsInOrder(calendar)).filter((gap) => lengthInDays(gap) > LONGEST_BREAK_DAYS)
  const long = calendar.closures.filter((closure) => lengthInDays(closure) > LONGEST_BREAK_DAYS)
  return [
    ...gaps.map(
      (gap) => `No term is entered from ${inWords(gap.from)} to ${inWords(gap.to)}. Is one missing? ${MEANWHILE}`,
    ),
    ...long.map((closure) => `"${closure.why}" closes the school for ${lengthInDays(closure)} days. ${MEANWHILE}`),
  ]
}

const MEANWHILE = 'Until it is put right, deadlines in that time count every working day.'

function rangeErrors(name: string, { from, to }: DateRange): readonly string[] {
  const wrong = [from, to].filter((text) => !isDate(text))
  if (wrong.length > 0) return [...new Set(wrong)].map((text) => `${name}: "${text}" is not a date such as 2026-09-03.`)
  return to < from ? [`${name}: it ends on ${inWords(to)}, before it begins on ${inWords(from)}.`] : []
}

function hoursErrors({ opens, closes }: SchoolHours): readonly string[] {
  const wrong = [opens, closes].filter((text) => !isTime(text))
  if (wrong.length > 0) return wrong.map((text) => `"${text}" is not a time such as 08:40.`)
  return closes <= opens ? [`School cannot close at ${closes} when it opens at ${opens}.`] : []
}

function overlaps(terms: SchoolCalendar['terms']): readonly string[] {
  const ordered = terms.toSorted((a, b) => a.from.localeCompare(b.from))
  return eachWithNext(ordered)
    .filter(([term, next]) => next.from <= term.to)
    .map(([term, next]) => `${term.name} ends on ${inWords(term.to)}, after ${next.name} has begun.`)
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

function inWords(isoDate: string): string {
  return dateInFull(Temporal.PlainDate.from(isoDate))
}
