import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { ConcernTables } from '../schema.js'
import { draftOf } from '../queries/draft-of.js'

/** What was typed, by box. */
export type TypedBoxes = Readonly<Record<string, string | readonly string[]>>

/**
 * Keeps what was typed on one screen of a report, in place of what stood in its boxes before; the other screens stay.
 * `isOurs` says which boxes belong to the screen. A draft belongs to the person who began it: another's is not found.
 */
export async function saveDraft(
  tx: Tx,
  id: string,
  typed: TypedBoxes,
  isOurs: (box: string) => boolean,
): Promise<TypedBoxes> {
  const before = await draftOf(tx, id)
  const others = Object.entries(before?.typed ?? {}).filter(([box]) => !isOurs(box))
  const merged = { ...Object.fromEntries(others), ...typed } as TypedBoxes
  const row = { typed: json(merged), saved_at: tx.now }
  await tables<ConcernTables>(tx)
    .insertInto('draft')
    .values({ school_id: tx.actor.schoolId, id, person_id: tx.actor.personId!, ...row })
    .onConflict((conflict) => conflict.columns(['school_id', 'id']).doUpdateSet(row))
    .execute()
  return merged
}

/** Throws a draft away: its report was sent, or its writer does not want it. */
export const dropDraft = (tx: Tx, id: string): Promise<unknown> =>
  tables<ConcernTables>(tx).deleteFrom('draft').where('id', '=', id).execute()
