import { Temporal } from 'temporal-polyfill'
import { academicYear } from '../../kernel/calendar/academic-year.js'
import { termsInOrder } from '../../kernel/calendar/school-calendar.js'
import type { SchoolCalendar } from '../../kernel/calendar/school-calendar.js'
import type { TermName, Timing } from './timing.js'

/** A stretch of days in which something is done once. Both ends included. */
export interface Stretch {
  /** 'autumn-2026', '2026-1-of-2': never reused, so that records keep to it. */
  readonly key: string
  /** 'autumn term 2026'. */
  readonly words: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** A term's name by the month in which it ends: councils name them in many ways, the months stay. */
const termOf = (end: Temporal.PlainDate): TermName => (end.month >= 9 ? 'autumn' : end.month <= 4 ? 'spring' : 'summer')

/** Terms of a school year that the school has not entered, as most councils in England have them. */
const usual: Readonly<Record<TermName, readonly [from: string, to: string]>> = {
  autumn: ['09-01', '12-20'],
  spring: ['01-04', '03-31'],
  summer: ['04-15', '07-21'],
}

const names: readonly TermName[] = ['autumn', 'spring', 'summer']

/** The three terms of the school year in which a day lies: the school's own, six short ones joined, or the usual ones. */
export function termsOfYear(calendar: SchoolCalendar, day: Temporal.PlainDate): readonly Stretch[] {
  const { starts, from, to } = academicYear(day)
  const entered = termsInOrder(calendar)
    .map((term) => ({ from: Temporal.PlainDate.from(term.from), to: Temporal.PlainDate.from(term.to) }))
    .filter((term) => within(term.from, from, to))
  return names.map((name) => {
    const own = entered.filter((term) => termOf(term.to) === name)
    const year = name === 'autumn' ? starts : starts + 1
    const [first, last] = usual[name].map((monthDay) => Temporal.PlainDate.from(`${year}-${monthDay}`))
    return {
      key: `${name}-${year}`,
      words: `${name} term ${year}`,
      from: own[0]?.from ?? (first as Temporal.PlainDate),
      to: own.at(-1)?.to ?? (last as Temporal.PlainDate),
    }
  })
}

const within = (day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0

/** The stretches of one school year in which a duty is owed, in order; empty for one that is not counted by the year. */
export function stretchesOfYear(calendar: SchoolCalendar, timing: Timing, day: Temporal.PlainDate): readonly Stretch[] {
  const terms = termsOfYear(calendar, day)
  if (timing.kind === 'terms') return terms.filter(({ key }) => timing.terms.some((name) => key.startsWith(name)))
  if (timing.kind === 'stretches') return timing.count === 3 ? terms : equalParts(terms, timing.count)
  if (timing.kind !== 'first-day') return []
  const [autumn] = terms
  if (!autumn) return []
  return [
    {
      key: `first-day-${autumn.from.year}`,
      words: `September ${autumn.from.year}`,
      from: autumn.from,
      to: autumn.from,
    },
  ]
}

/** The school year from its first day to its last, cut into parts that differ by a day at most. */
function equalParts(terms: readonly Stretch[], count: number): readonly Stretch[] {
  const [first, last] = [terms[0], terms.at(-1)]
  if (!first || !last) return []
  const days = first.from.until(last.to, { largestUnit: 'days' }).days + 1
  return Array.from({ length: count }, (_, part) => ({
    key: `${first.from.year}-${part + 1}-of-${count}`,
    words:
      count === 1
        ? `school year ${first.from.year} to ${first.from.year + 1}`
        : `part ${part + 1} of ${count} of the school year`,
    from: first.from.add({ days: Math.round((days * part) / count) }),
    to: first.from.add({ days: Math.round((days * (part + 1)) / count) - 1 }),
  }))
}

/** Every stretch from the one in which `from` lies to the one in which `to` lies, in order, over the years between. */
export function stretchesBetween(
  calendar: SchoolCalendar,
  timing: Timing,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): readonly Stretch[] {
  const found: Stretch[] = []
  for (
    let year = academicYear(from);
    Temporal.PlainDate.compare(year.from, to) <= 0;
    year = academicYear(year.to.add({ days: 1 }))
  )
    found.push(...stretchesOfYear(calendar, timing, year.from))
  return found.filter(
    (stretch) => Temporal.PlainDate.compare(stretch.to, from) >= 0 && Temporal.PlainDate.compare(stretch.from, to) <= 0,
  )
}
