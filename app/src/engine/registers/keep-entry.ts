import { londonDate } from '../../kernel/calendar/london.js'
import { json } from '../../kernel/db/json.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../kernel/db/tx.js'
import { announce } from '../../kernel/events.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { record } from '../../kernel/journal/record.js'
import { sealedContent } from '../../kernel/journal/sealed.js'
import { Refusal } from '../../kernel/refusal.js'
import { dayIn, entriesIn, parted, personsIn } from './answers.js'
import { registerChanged } from './events.js'
import type { Names, Register, Values } from './register.js'
import type { RegisterAct, RegisterEntryRow, RegisterTables } from './schema.js'
import { sealedVersion } from './sealed.js'
import { searchable } from './searchable.js'

/** What somebody writes into a register. */
export interface Entry {
  readonly values: Values
  /** Words for the people and entries that the values name. */
  readonly names: Names
  /** Why it changed, or ended. */
  readonly why?: string | null
  /** Who keeps this one, where it is not the register's own post. */
  readonly owner?: PostId
}

/** Adds an entry and returns its id. The actor's posts must allow it: the database asks too. */
export async function addEntry(
  tx: Tx,
  register: Register,
  entry: Entry,
  act: 'added' | 'imported' = 'added',
): Promise<string> {
  mayKeep(tx, register)
  const id = newId<string>(tx.now.epochMilliseconds)
  const row = { ...standing(tx, register, entry), number: 1, added_at: tx.now, ended_at: null }
  await tables<RegisterTables>(tx)
    .insertInto('register_entry')
    .values({ school_id: tx.actor.schoolId, id, ...row, answers: json(row.answers) })
    .execute()
  await writeVersion(tx, register, { id, act, entry, row })
  return id
}

/** What an entry says from now on. `number` is the version that the person saw: somebody else's change in between is not written over. */
export async function changeEntry(
  tx: Tx,
  register: Register,
  { id, number, ...entry }: Entry & { readonly id: string; readonly number: number },
  act: RegisterAct = 'changed',
): Promise<void> {
  mayKeep(tx, register)
  const row = { ...standing(tx, register, entry), number: number + 1, ended_at: act === 'ended' ? tx.now : null }
  const { numUpdatedRows } = await tables<RegisterTables>(tx)
    .updateTable('register_entry')
    .set({ ...row, answers: json(row.answers) })
    .where('id', '=', id)
    .where('register', '=', register.id)
    .where('number', '=', number)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await refuseStale(tx, register, id)
  await writeVersion(tx, register, { id, act, entry, row })
}

async function refuseStale(tx: ReadTx, { one }: Register, id: string): Promise<never> {
  const there = await tables<RegisterTables>(tx)
    .selectFrom('register_entry')
    .select('ended_at')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!there) throw new Refusal('not-found', `There is no such ${one}, or it is not yours to change.`)
  if (there.ended_at) throw new Refusal('conflict', `This ${one} was ended. Add it again if it is back.`)
  throw new Refusal('conflict', `Somebody else changed this ${one} while you had it open. Look at it again first.`)
}

function mayKeep(tx: Tx, { keep, title }: Register): void {
  if (['worker', 'setup'].includes(tx.actor.channel) || tx.actor.powers.has(keep)) return
  throw new Refusal('not-allowed', `Your posts do not let you keep “${title}”.`)
}

type Standing = Omit<RegisterEntryRow, 'school_id' | 'id' | 'number' | 'added_at' | 'ended_at'>

function standing(tx: Tx, register: Register, { values, names, owner = register.owner }: Entry): Standing {
  const title = register.called(values, names)
  return {
    register: register.id,
    title,
    search: searchable(register, { title, values, names }),
    owner_post: owner,
    answers: parted(register, values).open,
    persons: [...new Set(personsIn(register.form, values))] as PersonId[],
    links: [...new Set(entriesIn(register.form, values))],
    reviewed_on: dayIn(values, register.reviewedOn) ?? londonDate(tx.now),
    expires_on: dayIn(values, register.expiresOn),
    changed_at: tx.now,
    sees: [register.see],
    keeps: [register.keep],
    never_persons: [],
  }
}

interface Written {
  readonly id: string
  readonly act: RegisterAct
  readonly entry: Entry
  readonly row: Standing & { readonly number: number }
}

async function writeVersion(tx: Tx, register: Register, { id, act, entry, row }: Written): Promise<void> {
  const { number, title, owner_post, answers, persons, links, reviewed_on, expires_on, sees, keeps } = row
  const version = newId<string>(tx.now.epochMilliseconds)
  const key = { school_id: tx.actor.schoolId, id: version, entry_id: id, number }
  const doors = { sees, keeps, never_persons: row.never_persons }
  const written = { ...key, act, title, answers, why: entry.why ?? null }
  await tables<RegisterTables>(tx)
    .insertInto('register_version')
    .values({
      ...written,
      ...doors,
      answers: json(answers),
      register: register.id,
      owner_post,
      persons,
      links,
      reviewed_on,
      expires_on,
      ended: act === 'ended',
      at: tx.now,
      by_person: tx.actor.personId,
    })
    .execute()
  const { secret } = parted(register, entry.values)
  if (register.secret)
    await tables<RegisterTables>(tx)
      .insertInto('register_secret')
      .values({ ...key, answers: json(secret), ...doors, sees: [register.keep] })
      .execute()
  await record(tx, {
    act: `register.${act}`,
    about: { table: 'register_version', id: version },
    sight: { posts: register.journal, persons: [], never: row.never_persons },
    details: { register: register.id, entry: id, number },
    content: sealedContent(sealedVersion, written),
  })
  await announce(tx, registerChanged, { register: register.id, entry: id })
}
