import type { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import type { Actor } from '../../../kernel/actor.js'
import { workerIn } from '../../../kernel/actor.js'
import { fixedClock } from '../../../kernel/calendar/clock.js'
import { londonInstant } from '../../../kernel/calendar/london.js'
import type { Db } from '../../../kernel/db/database.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { collectJobs } from '../../../kernel/jobs/collected.js'
import type { PersonId, PostId, SchoolId } from '../../../kernel/ids.js'
import { addEntry } from '../../../engine/registers/keep-entry.js'
import type { Values } from '../../../engine/registers/register.js'
import { holdersOf, membersOf, personCards } from '../../../modules/people/index.js'
import { actorOf } from '../../../modules/policy/index.js'

/** Writes records of the example school at moments of its past, as the people who would have written them. */
export interface RecordMaker {
  readonly deps: Deps
  readonly school: SchoolId
  readonly now: Temporal.Instant
  /** Does something on a day, at half past nine, as the first holder of a post. */
  readonly on: <R>(day: Temporal.PlainDate, post: string, work: (tx: Tx) => Promise<R>) => Promise<R>
  readonly holder: (post: string) => PersonId
  readonly holdsPost: (person: PersonId) => boolean
  readonly members: (audience: string) => readonly PersonId[]
  readonly name: (person: PersonId) => string
  /** Adds entries to a register on a day and returns their ids. `titles` are names of entries that they choose. */
  readonly add: (what: Adding) => Promise<readonly string[]>
  /** The product as it stood on a day: for rounds of the worker. */
  readonly depsOn: (day: Temporal.PlainDate) => Deps
}

export interface Adding {
  readonly register: string
  readonly day: Temporal.PlainDate
  readonly post: string
  readonly entries: readonly Values[]
  readonly titles?: ReadonlyMap<string, string>
}

export const only = (person: PersonId) => ({ people: [{ id: person, role: null }], notKnown: false })

const momentOf = (day: Temporal.PlainDate): Temporal.Instant => londonInstant(day, '09:30')

const audiences = ['any-staff', 'any-governor', 'any-volunteer', 'any-contractor', 'any-pupil']

/** Who belongs to what, who holds which post, and what they are called, today. */
const lookUp = (deps: Deps, school: SchoolId) =>
  reading(deps.db, workerIn(school), async (tx) => {
    const members = new Map<string, readonly PersonId[]>()
    for (const audience of audiences) {
      const people = await membersOf(tx, audience as PostId)
      members.set(
        audience,
        people.map(({ person }) => person),
      )
    }
    const cards = await personCards(tx, [...members.values()].flat())
    const held = await holdersOf(tx, null)
    const inPost = new Set(held.map(({ person }) => person))
    return { members, cards, inPost, holders: new Map(held.map(({ post, person }) => [post as string, person])) }
  })

/** Looks the example school's people up once, so that entries can name them. */
export async function recordMaker(deps: Deps, school: SchoolId, now: Temporal.Instant): Promise<RecordMaker> {
  const { holders, members, cards, inPost } = await lookUp(deps, school)
  const holder = (post: string): PersonId => {
    const person = holders.get(post)
    if (!person) throw new Error(`Nobody of the example school holds ${post}`)
    return person
  }
  const name = (person: PersonId): string => cards.get(person)?.name ?? 'Somebody'
  const dbOn = (day: Temporal.PlainDate): Db => ({ ...deps.db, clock: fixedClock(momentOf(day)), jobs: collectJobs() })
  const on: RecordMaker['on'] = async (day, post, work) => {
    const db = dbOn(day)
    const actor: Actor = await reading(db, workerIn(school), (tx) => actorOf(tx, holder(post)))
    return inSchool(db, actor, work)
  }
  const add: RecordMaker['add'] = ({ register: id, day, post, entries, titles }) =>
    on(day, post, async (tx) => {
      const register = deps.modules.flatMap(({ registers = [] }) => registers).find((one) => one.id === id)
      if (!register) throw new Error(`There is no register ${id}`)
      const names = {
        person: (person: string) => name(person as PersonId),
        entry: (entry: string) => titles?.get(entry) ?? entry,
      }
      const ids: string[] = []
      for (const values of entries) ids.push(await addEntry(tx, register, { values, names }))
      return ids
    })
  const none: readonly PersonId[] = []
  return {
    deps,
    school,
    now,
    on,
    holder,
    holdsPost: (person) => inPost.has(person),
    members: (audience) => members.get(audience) ?? none,
    name,
    add,
    depsOn: (day) => ({ ...deps, db: dbOn(day) }),
  }
}
