import { sql } from 'kysely'
import { sightOf } from '../db/sight.js'
import type { Sight } from '../db/sight.js'
import { tables } from '../db/tx.js'
import type { Tx } from '../db/tx.js'
import type { JournalTables } from './entry.js'

/**
 * Sets who may read the journal's entries about these records, after the sight of the records themselves changed. The
 * acts stay as they are: a digest does not cover sight. Whom an entry bars it bars for good. Run as the worker, because the
 * actor may be the one who loses it.
 */
export async function resightEntries(tx: Tx, table: string, ids: readonly string[], sight: Sight): Promise<void> {
  if (ids.length === 0) return
  const { sight_posts, sight_persons, never_persons } = sightOf(sight)
  await tables<JournalTables>(tx)
    .updateTable('journal_entry')
    .set({
      sight_posts,
      sight_persons,
      never_persons: sql`ARRAY(SELECT DISTINCT unnest(never_persons || ${never_persons}::uuid[]))`,
    })
    .where('about_table', '=', table)
    .where('about_id', 'in', ids)
    .execute()
}
