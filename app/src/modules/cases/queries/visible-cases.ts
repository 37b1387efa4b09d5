import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { CaseTables } from '../schema.js'

/** Of these cases, those that the actor may see. */
export async function visibleCases(tx: ReadTx, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tables<CaseTables>(tx).selectFrom('case_file').select('id').where('id', 'in', ids).execute()
  return rows.map(({ id }) => id)
}
