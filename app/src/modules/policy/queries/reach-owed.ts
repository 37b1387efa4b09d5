import { Temporal } from 'temporal-polyfill'
import { namesIn } from '../../../engine/clauses/params.js'
import type { EngineParams } from '../../../engine/clauses/params.js'
import { clausesOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import type { PolicyOwed } from '../events.js'
import { reachTasks } from '../reach/reach-tasks.js'
import { reachUrl, sessionUrl } from '../urls.js'
import { classesOwed } from './classes-owed.js'
import { reachOf } from './receipts.js'
import type { Reached } from './receipts.js'
import { tellingsOwed } from './tellings-owed.js'
import { versionsOf } from './versions.js'
import type { Version } from './versions.js'

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
    ...(await tellingsOwed(tx, pack, version, version.from.add(toRead).toString())),
    ...(await classesOwed(tx, version, pack.adoption.owner, aspects)),
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
