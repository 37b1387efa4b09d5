import { sql } from 'kysely'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { findPeople } from '../../people/index.js'
import type { ConcernTables } from '../schema.js'
import { concernLines } from './concern-lines.js'
import type { ConcernLine } from './concern-lines.js'

/** As many of the newest statements as a common word is looked for in; a rare one is looked for in all of them. */
const newest = 2000
/** As many concerns as one answer shows. */
const shown = 25

export interface ConcernsFound {
  readonly rows: readonly ConcernLine[]
  /** More were found than are shown: another word narrows it. */
  readonly more: boolean
}

/**
 * Concerns in which something was said, that name a person, or that carry a reference; the newest first, and only those
 * that the actor may see. Words are found by their beginnings ('threatened' by 'threat'); all of them must be there.
 */
export async function searchConcerns(tx: ReadTx, sought: string): Promise<ConcernsFound> {
  const words = sought.trim().slice(0, 200)
  if (words === '') return { rows: [], more: false }
  const found = await Promise.all([byReference(tx, words), byPerson(tx, words), byWords(tx, words)])
  const first = [...new Set(found.flat())].toSorted().toReversed()
  return { rows: await concernLines(tx, first.slice(0, shown)), more: first.length > shown }
}

async function byReference(tx: ReadTx, words: string): Promise<readonly string[]> {
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern')
    .select('id')
    .where('reference', '=', words.toUpperCase())
    .execute()
  return rows.map(({ id }) => id)
}

/** Through a function of the database: under row-level security no text index is used. It names school and sight itself. */
async function byWords(tx: ReadTx, words: string): Promise<readonly string[]> {
  const { rows } = await sql<{ concern_id: string }>`
    SELECT DISTINCT concern_id FROM search_statements(${words}, ${newest}, ${shown + 1}) ORDER BY concern_id DESC LIMIT ${shown + 1}`.execute(
    tables<ConcernTables>(tx),
  )
  return rows.map(({ concern_id }) => concern_id)
}

async function byPerson(tx: ReadTx, words: string): Promise<readonly string[]> {
  const people: readonly PersonId[] = (await findPeople(tx, { text: words, limit: 30 })).map(({ id }) => id)
  if (people.length === 0) return []
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern_person')
    .select('concern_id')
    .distinct()
    .where('person_id', 'in', people)
    .orderBy('concern_id', 'desc')
    .limit(shown + 1)
    .execute()
  return rows.map(({ concern_id }) => concern_id)
}
