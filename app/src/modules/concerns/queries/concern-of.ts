import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { ConcernRow, ConcernTables } from '../schema.js'

/** A concern that the actor may see. Refuses alike when there is none and when they may not: the answer must not tell which. */
export async function concernOf(tx: ReadTx, id: string): Promise<ConcernRow> {
  const row = await tables<ConcernTables>(tx).selectFrom('concern').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such concern, or it is not yours to see.')
  return row
}

/** The same, held until this transaction ends: of two people who decide on it at once, the second finds it decided. */
export async function holdConcern(tx: Tx, id: string): Promise<ConcernRow> {
  await tables<ConcernTables>(tx).selectFrom('concern').select('id').where('id', '=', id).forUpdate().execute()
  return concernOf(tx, id)
}
