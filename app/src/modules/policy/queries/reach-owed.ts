import { Temporal } from 'temporal-polyfill'
import { namesIn } from '../../../engine/clauses/params.js'
import type { EngineParams } from '../../../engine/clauses/params.js'
import { clausesOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { academicYear } from '../../../kernel/calendar/academic-year.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { peopleOf } from '../../people/index.js'
import type { PolicyOwed } from '../events.js'
import { classDeadline } from '../reach/class-deadline.js'
import type { ReachTables } from '../reach-schema.js'
import { classUrl, reachUrl, sessionUrl } from '../urls.js'
import { reachOf } from './receipts.js'
import type { Reached } from './receipts.js'
import { versionsOf } from './versions.js'
import type { Version } from './versions.js'

/** How the keys of these tasks begin. They name no version: a newer one finds an open task still owed. */
export const reachTasks = 'policy-reach:'

/** How long people have to read a new version; somebody new has their first day. As the promise about it says. */
const toRead = { months: 1 } as const

/** What the pack's clauses ask about reaching people: 'starters', 'class-introduction'. */
const aspectsOf = (pack: Pack): ReadonlySet<string> =>
  new Set(
    clausesOf(pack).flatMap(({ keptBy }) =>
      keptBy
        .filter(({ mechanism }) => mechanism === 'policy-dissemination')
        .flatMap((each) => namesIn((each.with ?? {}) as EngineParams, 'aspect')),
    ),
  )

/** What is owed today so that the version in force reaches those it binds; each names itself once by its key. */
export async function reachOwed(tx: ReadTx, pack: Pack): Promise<readonly PolicyOwed[]> {
  const version = (await versionsOf(tx)).find(({ standing }) => standing === 'in force')
  const aspects = aspectsOf(pack)
  if (!version || aspects.size === 0) return []
  const people = await reachOf(tx, { hash: version.hash, kinds: ['staff', 'governor'], asOf: tx.now })
  const fresh = people.filter((person) => isNew(person, version, londonDate(tx.now)))
  return [
    ...people.filter(({ facts }) => !facts.read).map((person) => reading(person, version)),
    ...(aspects.has('starters') ? fresh : [])
      .filter(({ facts }) => !facts.discussed)
      .map((person) => talking(person, version, pack.adoption.owner)),
    ...(aspects.has('class-introduction') ? await classesLeft(tx, version, pack.adoption.owner) : []),
  ]
}

/** Staff who came after the version took force, in the last year: those who were there learn of it in a session. */
const isNew = ({ kind, started }: Reached, { from }: Version, today: Temporal.PlainDate): boolean =>
  kind === 'staff' &&
  Temporal.PlainDate.compare(started, from) > 0 &&
  Temporal.PlainDate.compare(started, today.subtract({ years: 1 })) >= 0

const dayFor = ({ started }: Reached, { from }: Version): string =>
  (Temporal.PlainDate.compare(started, from) > 0 ? started : from.add(toRead)).toString()

const reading = (person: Reached, version: Version): PolicyOwed => ({
  key: `${reachTasks}read:${person.id}`,
  kind: 'read-policy',
  post: null,
  person: person.id,
  about: { table: 'pack_activation', id: version.id },
  label: `version ${version.number}`,
  url: reachUrl(),
  dueOn: dayFor(person, version),
})

const talking = (person: Reached, version: Version, owner: PostId): PolicyOwed => ({
  key: `${reachTasks}discuss:${person.id}`,
  kind: 'discuss-policy',
  post: owner,
  person: null,
  about: { table: 'pack_activation', id: version.id },
  label: person.name,
  url: sessionUrl(),
  dueOn: person.started.toString(),
})

/** Classes that have not met the policy this school year: each owed by whoever teaches it, by the class deadline. */
async function classesLeft(tx: ReadTx, version: Version, owner: PostId): Promise<readonly PolicyOwed[]> {
  const year = academicYear(londonDate(tx.now))
  const met = await tables<ReachTables>(tx)
    .selectFrom('policy_session')
    .select('class_code')
    .where('kind', '=', 'class')
    .where('held_on', '>=', year.from)
    .execute()
  const held = new Set(met.map(({ class_code }) => class_code))
  const pupils = await peopleOf(tx, ['pupil'])
  const staff = await peopleOf(tx, ['staff'])
  const codes = [...new Set(pupils.flatMap(({ classCode }) => (classCode ? [classCode] : [])))]
  return codes
    .filter((code) => !held.has(code))
    .map((code) => {
      const teacher = staff.find(({ classCode }) => classCode === code)
      return {
        key: `${reachTasks}class:${code}`,
        kind: 'meet-class',
        post: teacher ? null : owner,
        person: teacher?.id ?? null,
        about: { table: 'pack_activation', id: version.id },
        label: code,
        url: classUrl({ class: code }),
        dueOn: classDeadline(year.starts, version.from).toString(),
      }
    })
}
