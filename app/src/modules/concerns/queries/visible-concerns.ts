import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { ConcernTables } from '../schema.js'

/** Of these concerns, those that the actor may see. */
export async function visibleConcerns(tx: ReadTx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tables<ConcernTables>(tx).selectFrom('concern').select('id').where('id', 'in', ids).execute()
  return rows.map(({ id }) => id)
}
