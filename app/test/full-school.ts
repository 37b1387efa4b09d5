import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { loadPack } from '../src/engine/packs/load-pack.js'
import type { LoadedPack, Pack } from '../src/engine/packs/pack.js'
import { settingUp, workerIn } from '../src/kernel/actor.js'
import type { Actor } from '../src/kernel/actor.js'
import { exampleCalendar } from '../src/kernel/calendar/calendar.examples.js'
import { londonDate } from '../src/kernel/calendar/london.js'
import type { Db } from '../src/kernel/db/database.js'
import { inSchool, reading } from '../src/kernel/db/in-school.js'
import { tables } from '../src/kernel/db/tx.js'
import type { Tx } from '../src/kernel/db/tx.js'
import { newId } from '../src/kernel/ids.js'
import type { PersonId, PostId, SchoolId } from '../src/kernel/ids.js'
import { projectRoot } from '../src/kernel/root.js'
import { appoint, setCalendar } from '../src/modules/people/index.js'
import type { PersonKind } from '../src/modules/people/index.js'
import type { PeopleTables } from '../src/modules/people/schema.js'
import { activatePack, actorOf } from '../src/modules/policy/index.js'
import { addTestSchool } from './database.js'

const loaded = new Map<string, Promise<LoadedPack>>()

/** A shipped pack, loaded once for all tests of a file. */
export function shippedPack(id = 'uk-primary'): Promise<LoadedPack> {
  const known = loaded.get(id) ?? load(id)
  loaded.set(id, known)
  return known
}

async function load(id: string): Promise<LoadedPack> {
  const result = await loadPack(join(projectRoot(), 'packs'), id)
  if ('problems' in result) throw new Error(result.problems[0]?.sentence)
  return result
}

/** A school with a policy in force and one person in every post of it. */
export interface FullSchool {
  readonly id: SchoolId
  readonly pack: LoadedPack
  /** Who holds a post, as a person. */
  readonly holder: (post: string) => PersonId
  /** The same as the actor they are at this moment. */
  readonly as: (post: string) => Promise<Actor>
  readonly actor: (person: PersonId) => Promise<Actor>
  readonly add: (person: NewTestPerson) => Promise<PersonId>
}

export interface NewTestPerson {
  readonly kind: PersonKind
  readonly given: string
  readonly family: string
  readonly classCode?: string
  readonly yearGroup?: string
}

const kinds = { staff: 'staff', governor: 'governor', outside: 'contractor', volunteer: 'volunteer' } as const

/** Makes a school from a shipped pack, with a holder for each post. Their family names are the posts, so that a test reads well. `alter` changes what the pack asks. */
export async function fullSchool(
  db: Db,
  { pack: packId = 'uk-primary', alter }: { readonly pack?: string; readonly alter?: (pack: Pack) => Pack } = {},
): Promise<FullSchool> {
  const shipped = await shippedPack(packId)
  const pack = alter ? { pack: alter(shipped.pack), hash: newId<string>() } : shipped
  const id = await addTestSchool(db)
  const holders = new Map<string, PersonId>()
  await inSchool(db, settingUp(id), async (tx) => {
    await setCalendar(tx, exampleCalendar)
    for (const post of pack.pack.posts) {
      const person = await addPerson(tx, { kind: kinds[post.heldBy], given: 'Holder', family: post.id })
      await appoint(tx, { post: post.id, person, kind: 'holder', from: longAgo(tx.now) })
      holders.set(post.id, person)
    }
    await activatePack(tx, pack)
  })
  const holder = (post: string): PersonId => {
    const person = holders.get(post as PostId)
    if (!person) throw new Error(`The pack has no post ${post}`)
    return person
  }
  const actor = (person: PersonId) => reading(db, workerIn(id), (tx) => actorOf(tx, person))
  return {
    id,
    pack,
    holder,
    actor,
    as: (post) => actor(holder(post)),
    add: (person) => inSchool(db, settingUp(id), (tx) => addPerson(tx, person)),
  }
}

const longAgo = (now: Temporal.Instant): Temporal.PlainDate => londonDate(now).subtract({ years: 2 })

async function addPerson(tx: Tx, { kind, given, family, classCode = '', yearGroup }: NewTestPerson): Promise<PersonId> {
  const id = newId<PersonId>()
  await tables<PeopleTables>(tx)
    .insertInto('person')
    .values({
      school_id: tx.actor.schoolId,
      id,
      kind,
      given,
      family,
      known_as: null,
      born: null,
      class_code: classCode || null,
      year_group: yearGroup ?? null,
      job_title: null,
      email: null,
      phone: null,
      source: null,
      source_id: null,
      started: longAgo(tx.now),
      ended: null,
      search: `${given} ${family} ${classCode}`.trim().toLowerCase(),
      recorded_at: tx.now,
    })
    .execute()
  return id
}
