import { json } from '../../kernel/db/json.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import type { Asked, Decision } from './decision.js'
import { verdictOf } from './decision.js'
import type { DecisionRow, DecisionTables } from './schema.js'

/** Decides by the reasons that were found and keeps the decision, in the transaction of what follows from it. */
export async function keepDecision(tx: Tx, { kind, about, reasons, clauses, packHash }: Asked): Promise<Decision> {
  const id = newId(tx.now.epochMilliseconds)
  const verdict = verdictOf(reasons)
  await tables<DecisionTables>(tx)
    .insertInto('decision_given')
    .values({
      school_id: tx.actor.schoolId,
      id,
      kind,
      about_person: about,
      asked_by: tx.actor.personId,
      verdict,
      reasons: json(reasons),
      clauses: [...clauses],
      pack_hash: packHash,
      at: tx.now,
    })
    .execute()
  return { id, kind, verdict, reasons, clauses, at: tx.now }
}

/** A decision by its id, or null: there is none, or the actor may not see it. */
export const decisionOf = async (tx: ReadTx, id: string): Promise<DecisionRow | null> =>
  (await tables<DecisionTables>(tx).selectFrom('decision_given').selectAll().where('id', '=', id).executeTakeFirst()) ??
  null

/** Decisions of some kinds, newest first: at most 100, a "no" and what mended it among them. */
export const recentDecisions = (tx: ReadTx, kinds: readonly string[]): Promise<readonly DecisionRow[]> =>
  tables<DecisionTables>(tx)
    .selectFrom('decision_given')
    .selectAll()
    .where('kind', 'in', kinds)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
