import { sql } from 'kysely'
import type { Plain } from '../canonical.js'
import { sightOf } from '../db/sight.js'
import type { Sight } from '../db/sight.js'
import { json } from '../db/json.js'
import { tables } from '../db/tx.js'
import type { Tx } from '../db/tx.js'
import { newId } from '../ids.js'
import { contentDigest, entryDigest } from './entry.js'
import type { JournalTables } from './entry.js'

export interface Act {
  /** What was done, past tense, module first: 'concern.reported', 'case.viewed'. */
  readonly act: string
  readonly about: { readonly table: string; readonly id: string }
  /** Who may read the entry. Always at most who may see the record itself. */
  readonly sight: Sight
  /** Ids, counts, choices. Never a name, an account of events or a secret: the journal outlives every record. */
  readonly details?: { readonly [key: string]: Plain }
  /** What the record says, where the record is sealed: only its digest is kept, so that a later change of the record shows. */
  readonly content?: Plain
}

/** Writes one act into the journal, in the transaction of the act itself. Returns the entry's id. */
export async function record(tx: Tx, { act, about, sight, details = {}, content }: Act): Promise<string> {
  const facts = {
    school_id: tx.actor.schoolId as string,
    id: newId(tx.now.epochMilliseconds) as string,
    at: tx.now,
    person_id: tx.actor.personId,
    posts: [...tx.actor.posts].toSorted(),
    channel: tx.actor.channel,
    act,
    about_table: about.table,
    about_id: about.id,
    details,
    content_digest: content === undefined ? null : contentDigest(content),
  }
  const row = { ...facts, details: json(details), digest: entryDigest(facts), ...sightOf(sight) }
  await tables<JournalTables>(tx)
    .with('entry', (db) => db.insertInto('journal_entry').values(row))
    .insertInto('journal_waiting')
    .columns(['school_id', 'entry_id'])
    .expression(sql`SELECT ${facts.school_id}::uuid, ${facts.id}::uuid`)
    .execute()
  return facts.id
}
