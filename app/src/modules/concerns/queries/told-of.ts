import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { ConcernTables } from '../schema.js'

/** Who was told of a concern so far, by whatever way. */
export async function toldOf(tx: ReadTx, concern: string): Promise<readonly PersonId[]> {
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern_told')
    .select('person_id')
    .distinct()
    .where('concern_id', '=', concern)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
