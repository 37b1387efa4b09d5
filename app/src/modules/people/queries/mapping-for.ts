import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import type { Mapping } from '../import/mapping/mapping.js'
import type { PeopleTables } from '../schema.js'

/** What the columns of a file with this heading fingerprint meant last time, or null. */
export async function mappingFor(tx: ReadTx, fingerprint: string): Promise<Mapping | null> {
  const row = await tables<PeopleTables>(tx)
    .selectFrom('import_mapping')
    .select('mapping')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return (row?.mapping as Mapping | undefined) ?? null
}

/** Remembers what the columns of a file meant, for the next file with the same headings. */
export async function rememberMapping(tx: Tx, fingerprint: string, mapping: Mapping): Promise<void> {
  const saved = { mapping: json(mapping), saved_at: tx.now }
  await tables<PeopleTables>(tx)
    .insertInto('import_mapping')
    .values({ school_id: tx.actor.schoolId, fingerprint, ...saved })
    .onConflict((conflict) => conflict.columns(['school_id', 'fingerprint']).doUpdateSet(saved))
    .execute()
}
