import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Measure } from '../../engine/module.js'
import { tables } from '../../kernel/db/tx.js'
import type { ConcernTables } from './schema.js'

/**
 * Counts for governors. Concerns under a conflict rule are left out: a headteacher who can subtract what they see from
 * what there is would learn that there is one about them.
 */
const measure = (id: string, title: string, condition: RawBuilder<unknown>): Measure => ({
  id: `concerns.${id}`,
  title,
  count: async (tx, from, to) => {
    const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM concern
      WHERE reported_at >= ${from.toString()}::timestamptz AND reported_at < ${to.toString()}::timestamptz
        AND rules = '{}' AND never_persons = '{}' AND ${condition}`.execute(tables<ConcernTables>(tx))
    return Number(rows[0]?.count ?? 0)
  },
})

/** How many concerns came, by which door, and how they were dealt with. */
export const concernMeasures: readonly Measure[] = [
  measure('staff', 'Concerns that staff reported', sql`channel = 'staff'`),
  measure('children', 'Bothers that children told', sql`channel = 'child'`),
  measure('public', 'Concerns that parents and others reported', sql`channel = 'public'`),
  measure('urgent', 'Concerns in which a child was in danger', sql`urgency = 'urgent'`),
  measure('taken-up', 'Concerns taken up as cases', sql`state = 'taken-up'`),
  measure('advised', 'Concerns dealt with by advice', sql`state = 'advised'`),
  measure('closed', 'Concerns closed with reasons', sql`state = 'closed'`),
  measure('waiting', 'Concerns not decided yet', sql`state IN ('new', 'acknowledged')`),
]
