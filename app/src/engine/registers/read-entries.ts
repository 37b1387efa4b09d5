import { sql } from 'kysely'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PersonId } from '../../kernel/ids.js'
import type { Place } from '../../kernel/paging.js'
import type { RegisterEntryRow, RegisterTables, RegisterVersionRow } from './schema.js'
import { plainWords } from './searchable.js'

/** Counting stops here. */
export const countCap = 1000

/** Which entries a list asks for: those of a register that are still good, or those that were ended, with these words in them. */
export interface EntryQuestion {
  readonly register: string
  readonly words?: string
  readonly ended?: boolean
}

const asked = (tx: ReadTx, { register, words = '', ended = false }: EntryQuestion) => {
  let query = tables<RegisterTables>(tx).selectFrom('register_entry').where('register', '=', register)
  query = query.where('ended_at', ended ? 'is not' : 'is', null)
  for (const word of plainWords(words).split(/\s+/).filter(Boolean).slice(0, 5))
    query = query.where('search', 'like', `%${word}%`)
  return query
}

/** A page of entries by name, one more than fit. The place's key is an entry's id, so that no word stands in an address. */
export async function listEntries(
  tx: ReadTx,
  question: EntryQuestion,
  { place, size }: { readonly place: Place; readonly size: number },
): Promise<readonly RegisterEntryRow[]> {
  const back = place.before !== null
  const key = place.before ?? place.after
  const sign = sql.raw(back ? '<' : '>')
  let query = asked(tx, question).selectAll()
  if (key)
    query = query.where(
      sql<boolean>`(search, id) ${sign} (SELECT k.search, k.id FROM register_entry k WHERE k.school_id = register_entry.school_id AND k.id = ${key})`,
    )
  const order = back ? 'desc' : 'asc'
  return query
    .orderBy('search', order)
    .orderBy('id', order)
    .limit(size + 1)
    .execute()
}

/** How many there are, counted to the cap and one more. */
export async function countEntries(tx: ReadTx, question: EntryQuestion): Promise<number> {
  const rows = await asked(tx, question)
    .select('id')
    .limit(countCap + 1)
    .execute()
  return rows.length
}

/** Every live entry of a register, by name: for exports, prints and lists of choices. At most 5,000. */
export const allEntries = (tx: ReadTx, register: string): Promise<readonly RegisterEntryRow[]> =>
  asked(tx, { register }).selectAll().orderBy('search').orderBy('id').limit(5000).execute()

/** One entry, or null where there is none that the actor may see. */
export async function findEntry(tx: ReadTx, register: string, id: string): Promise<RegisterEntryRow | null> {
  const row = await tables<RegisterTables>(tx)
    .selectFrom('register_entry')
    .selectAll()
    .where('id', '=', id)
    .where('register', '=', register)
    .executeTakeFirst()
  return row ?? null
}

/** An entry's history, newest first. */
export const versionsOf = (tx: ReadTx, entry: string): Promise<readonly RegisterVersionRow[]> =>
  tables<RegisterTables>(tx)
    .selectFrom('register_version')
    .selectAll()
    .where('entry_id', '=', entry)
    .orderBy('number', 'desc')
    .limit(200)
    .execute()

/** The newest secret fields of entries, for those who may see them; nothing for others. */
export async function secretsOf(
  tx: ReadTx,
  entries: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  if (entries.length === 0) return new Map()
  const rows = await tables<RegisterTables>(tx)
    .selectFrom('register_secret')
    .select(['entry_id', 'answers'])
    .distinctOn('entry_id')
    .where('entry_id', 'in', [...entries])
    .orderBy('entry_id')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map(({ entry_id, answers }) => [entry_id, answers]))
}

/** The entries of a register as they stood at `tx.now` (a past moment, with `at(tx, asOf)`), without those that had been ended. */
export async function entriesAt(tx: ReadTx, register: string): Promise<readonly RegisterVersionRow[]> {
  const rows = await tables<RegisterTables>(tx)
    .selectFrom('register_version')
    .selectAll()
    .distinctOn('entry_id')
    .where('register', '=', register)
    .where('at', '<=', tx.now)
    .orderBy('entry_id')
    .orderBy('number', 'desc')
    .execute()
  return rows.filter(({ ended }) => !ended)
}

/** The live entries of a register that name this person: for gates, and for what somebody may ask to see of themselves. */
export async function entriesNaming(
  tx: ReadTx,
  register: string,
  person: PersonId,
): Promise<readonly RegisterEntryRow[]> {
  return asked(tx, { register })
    .selectAll()
    .where(sql<boolean>`persons @> ARRAY[${person}::uuid]`)
    .execute()
}

/** Of these ids, those that the actor may see. */
export async function visibleEntries(tx: ReadTx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await tables<RegisterTables>(tx)
    .selectFrom('register_entry')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ id }) => id)
}

/** What entries are called, by id. */
export async function titlesOf(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tables<RegisterTables>(tx)
    .selectFrom('register_entry')
    .select(['id', 'title'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** The register and id of an entry that only its id names, or null. */
export async function registerOf(tx: ReadTx, id: string): Promise<string | null> {
  const row = await tables<RegisterTables>(tx)
    .selectFrom('register_entry')
    .select('register')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.register ?? null
}
