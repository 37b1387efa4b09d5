import { sql } from 'kysely'
import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { resightEntries } from '../../../kernel/journal/resight.js'
import { resight } from '../../communications/index.js'
import { concernResighted } from '../events.js'
import type { ConcernTables } from '../schema.js'

/** Everything that hangs on a concern by its id; the concern itself and its links are changed apart. */
const parts = ['statement', 'concern_person', 'concern_clock', 'concern_told', 'conversation_message'] as const

/**
 * Sets who may see a concern, on every row that hangs on it: what was said, people, clocks, links, the conversation,
 * notifications, mails, tasks and the journal's entries. Cases hears of it and follows. Run as the worker: the actor may
 * be the one who loses sight of it.
 */
export async function resightConcern(tx: Tx, concern: string, sight: Sight): Promise<void> {
  const db = tables<ConcernTables>(tx)
  const columns = sightOf(sight)
  const changed = await db
    .updateTable('concern')
    .set(columns)
    .where('id', '=', concern)
    .returning('case_id')
    .executeTakeFirstOrThrow()
  await db.updateTable('conversation').set(columns).where('id', '=', concern).execute()
  for (const table of parts) await db.updateTable(table).set(columns).where('concern_id', '=', concern).execute()
  await resightLinks(tx, concern, sight)
  await resight(tx, concern, sight)
  await resightJournal(tx, concern, sight)
  await announce(tx, concernResighted, { concern, case: changed.case_id, sight })
}

/** A link is seen by those who may see the concern it was made from, and by nobody whom either concern bars. */
async function resightLinks(tx: Tx, concern: string, sight: Sight): Promise<void> {
  const { sight_posts, sight_persons, never_persons } = sightOf(sight)
  const db = tables<ConcernTables>(tx)
  await db.updateTable('concern_link').set({ sight_posts, sight_persons }).where('concern_id', '=', concern).execute()
  await sql`UPDATE concern_link SET never_persons =
      ARRAY(SELECT DISTINCT unnest(never_persons || ${never_persons}::uuid[]))
    WHERE concern_id = ${concern} OR other_id = ${concern}`.execute(db)
}

async function resightJournal(tx: Tx, concern: string, sight: Sight): Promise<void> {
  await resightEntries(tx, 'concern', [concern], sight)
  for (const table of ['statement', 'conversation_message'] as const) {
    const rows = await tables<ConcernTables>(tx)
      .selectFrom(table)
      .select('id')
      .where('concern_id', '=', concern)
      .execute()
    await resightEntries(
      tx,
      table,
      rows.map(({ id }) => id),
      sight,
    )
  }
}
