import type { RawBuilder } from 'kysely'
import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { ConcernTables, DraftRow } from '../schema.js'
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
  if (before) await tables<ConcernTables>(tx).updateTable('draft').set(row).where('id', '=', id).execute()
  else await beginDraft(tx, id, row)
  return merged
}

/** A draft that is there already and not to be seen is somebody else's. */
async function beginDraft(tx: Tx, id: string, row: DraftBoxes): Promise<void> {
  const { personId, schoolId } = tx.actor
  if (!personId) throw new Refusal('not-allowed', 'Sign in to do this.')
  const made = await tables<ConcernTables>(tx)
    .insertInto('draft')
    .values({ school_id: schoolId, id, person_id: personId, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) throw new Refusal('not-found', 'There is no such report here.')
}

interface DraftBoxes {
  readonly typed: RawBuilder<TypedBoxes>
  readonly saved_at: DraftRow['saved_at']
}

/** Throws a draft away: its report was sent, or its writer does not want it. */
export const dropDraft = (tx: Tx, id: string): Promise<unknown> =>
  tables<ConcernTables>(tx).deleteFrom('draft').where('id', '=', id).execute()
