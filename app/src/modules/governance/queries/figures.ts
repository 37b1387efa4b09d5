import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { londonInstant } from '../../../kernel/calendar/london.js'
import type { ReadTx } from '../../../kernel/db/tx.js'

/** A stretch of time that figures are given for: a term, its last day included. */
export interface Period {
  readonly name: string
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** A count from 1 to 4 could name somebody in a small school (statistical disclosure control); nought and five up cannot. */
export const suppressed = (count: number): string => (count > 0 && count < 5 ? 'fewer than 5' : String(count))

/** The terms that have begun, newest last, at most six; a school without terms gets the year until now. */
export function periodsOf(calendar: SchoolCalendar, now: Temporal.Instant): readonly Period[] {
  const terms = calendar.terms
    .map(({ name, from, to }) => ({
      name,
      from: londonInstant(Temporal.PlainDate.from(from), '00:00'),
      to: londonInstant(Temporal.PlainDate.from(to).add({ days: 1 }), '00:00'),
    }))
    .filter(({ from }) => Temporal.Instant.compare(from, now) <= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))
    .slice(-6)
  return terms.length > 0 ? terms : [{ name: 'The last 365 days', from: now.subtract({ hours: 365 * 24 }), to: now }]
}

/** Every measure of every module in each period, small numbers suppressed. Read as the worker: figures hold no record. */
export async function figures(tx: ReadTx, modules: Deps['modules'], periods: readonly Period[]) {
  const lines: { title: string; counts: string[] }[] = []
  for (const measure of modules.flatMap((module) => module.measures)) {
    const counts: string[] = []
    for (const { from, to } of periods) counts.push(suppressed(await measure.count(tx, from, to)))
    lines.push({ title: measure.title, counts })
  }
  return lines
}
