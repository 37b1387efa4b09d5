import { tables } from '../db/tx.js'
import type { ReadTx } from '../db/tx.js'
import type { JournalTables } from './entry.js'

/** The id of the newest entry that the actor may see, or null: another than before means that somebody did something. */
export async function newestEntry(tx: ReadTx): Promise<string | null> {
  const row = await tables<JournalTables>(tx)
    .selectFrom('journal_entry')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
