import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Measure } from '../../engine/module.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { asked, closedAt, instant, tellable } from './mechanisms/owed-at.js'

const counted = async (tx: ReadTx, condition: ReturnType<typeof sql>): Promise<number> =>
  (
    await asked<{ count: number }>(
      tx,
      sql`SELECT count(*)::int AS count FROM case_file WHERE ${await tellable(tx)} AND ${condition}`,
    )
  )[0]?.count ?? 0

const openedIn = (from: Temporal.Instant, to: Temporal.Instant) =>
  sql`opened_at >= ${instant(from)} AND opened_at < ${instant(to)}`

const entriesIn = (kind: string, from: Temporal.Instant, to: Temporal.Instant) =>
  sql`EXISTS (SELECT 1 FROM chronology_entry e WHERE e.school_id = case_file.school_id AND e.case_id = case_file.id
    AND e.kind = ${kind} AND e.at >= ${instant(from)} AND e.at < ${instant(to)})`

/** The risks of the shared taxonomy, each with how many cases of it were opened. */
const byRisk = [
  { id: 'content', title: 'Cases opened: content' },
  { id: 'contact', title: 'Cases opened: contact' },
  { id: 'conduct', title: 'Cases opened: conduct' },
  { id: 'commerce', title: 'Cases opened: commerce' },
].map(({ id, title }): Measure => ({
  id: `cases.opened.${id}`,
  title,
  count: (tx, from, to) => counted(tx, sql`risk = ${id} AND ${openedIn(from, to)}`),
}))

/** Counts for governors: never a name, and nothing that one of their readers must never learn of. */
export const caseMeasures: readonly Measure[] = [
  { id: 'cases.opened', title: 'Cases opened', count: (tx, from, to) => counted(tx, openedIn(from, to)) },
  {
    id: 'cases.open',
    title: 'Cases open at the end',
    count: (tx, _from, to) => counted(tx, sql`opened_at < ${instant(to)} AND NOT coalesce(${closedAt(to)}, false)`),
  },
  { id: 'cases.closed', title: 'Cases closed', count: (tx, from, to) => counted(tx, entriesIn('closed', from, to)) },
  ...byRisk,
  {
    id: 'cases.parents-told',
    title: 'Cases in which parents were told',
    count: (tx, from, to) =>
      counted(
        tx,
        sql`EXISTS (SELECT 1 FROM parents_decision p WHERE p.school_id = case_file.school_id
          AND p.case_id = case_file.id AND p.decision = 'told' AND p.at >= ${instant(from)} AND p.at < ${instant(to)})`,
      ),
  },
]
