import { engineParams, namesIn } from '../../../engine/clauses/params.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import type { PostId } from '../../../kernel/ids.js'
import { atVersion, byDeadline } from './at.js'
import type { At } from './at.js'
import { awarenessMissing, classesMissing, notAnnounced, peopleMissing, startersMissing } from './reach-findings.js'

type Look = (at: At, audiences: readonly PostId[]) => Promise<readonly Finding[]>

const looks: Readonly<Record<string, Look>> = {
  provided: (at, audiences) => peopleMissing(at, audiences, ['provided']),
  discussed: (at, audiences) => peopleMissing(at, audiences, ['discussed']),
  understood: (at, audiences) => peopleMissing(at, audiences, ['read']),
  amendments: (at, audiences) =>
    at.version.number > 1 ? peopleMissing(at, audiences, ['provided']) : Promise.resolve([]),
  starters: (at) => startersMissing(at),
  awareness: (at, audiences) => (at.version.number > 1 ? awarenessMissing(at, audiences) : Promise.resolve([])),
  'class-introduction': (at) => classesMissing(at, 'class'),
  transition: (at) => classesMissing(at, 'transition'),
  announced: notAnnounced,
}

/** The version in force has reached the people it binds: given, read and talked through are facts about each of them. */
export const policyDisseminationMechanism: Mechanism = {
  id: 'policy-dissemination',
  params: engineParams(),
  page: '/policy/reach',
  check: (tx, params, asOf) =>
    atVersion(tx, asOf, async (at) => {
      const named = namesIn(params, 'audience') as readonly string[] as readonly PostId[]
      const audiences = named.length > 0 ? named : (['any-staff'] as PostId[])
      const aspects = namesIn(params, 'aspect')
      const found: Finding[] = []
      for (const aspect of aspects.length > 0 ? aspects : ['provided', 'discussed'])
        found.push(...(await (looks[aspect] ?? peopleOfVersion)(at, audiences)))
      return byDeadline(`Receipts of version ${at.version.number}`, found, asOf)
    }),
}

const peopleOfVersion: Look = (at, audiences) => peopleMissing(at, audiences, ['provided', 'discussed'])
