import Type from 'typebox'
import { Temporal } from 'temporal-polyfill'
import type { PostId } from '../../kernel/ids.js'
import { at } from '../around.js'
import type { SchoolAround } from '../around.js'
import { judged } from '../clauses/clause-state.js'
import type { ClauseState, Finding } from '../clauses/clause-state.js'
import { engineParams, textIn } from '../clauses/params.js'
import type { EngineParams } from '../clauses/params.js'
import type { Mechanism } from '../module.js'
import { titleOfPost } from '../packs/lookup.js'
import type { Pack } from '../packs/pack.js'
import { audiencesOf } from './notice.js'
import type { Notice } from './notice.js'
import { readersOf } from './who-has-not.js'
import type { Asking, Reader } from './who-has-not.js'

/** What a clause may set of a notice besides who and when: whether people say that they have read it. */
export const noticeParams = engineParams({ acknowledge: Type.Optional(Type.Boolean()) })

/** What a clause asks of a notice's readers. `every: year` renews it; `acknowledge` asks for their word. */
export function askingOf(notice: Notice, pack: Pack, params: EngineParams): Asking {
  const acknowledge = params['acknowledge'] ?? notice.acknowledge
  const every = textIn(params, 'every')
  return {
    audiences: audiencesOf(notice, pack, params),
    act: acknowledge === true ? 'acknowledged' : 'shown',
    renew: every === null ? notice.renew : 'year',
  }
}

/** The mechanism that a notice keeps: everybody it is for has been shown it, or said so, in time. */
export function noticeMechanism(around: SchoolAround, notice: Notice, page = `/notices/${notice.id}`): Mechanism {
  return {
    id: notice.id,
    params: noticeParams,
    page,
    check: async (tx, params, asOf) => {
      const then = at(tx, asOf)
      const pack = await around.pack(then)
      if (!pack) return { verdict: 'unknown', findings: [], basis: 'No policy was in force' }
      const asking = askingOf(notice, pack, params)
      const readers = await readersOf(then, around, notice, asking)
      const post = (textIn(params, 'post') ?? textIn(params, 'posts') ?? notice.owner) as PostId
      return stateOf(readers, asOf, {
        what: notice.title,
        asking,
        post,
        titleOf: (audience) => titleOfPost(pack, audience),
      })
    },
  }
}

interface Told {
  /** The notice's title: a finding stands among many others, where 'this' says nothing. */
  readonly what: string
  readonly asking: Asking
  readonly post: PostId
  readonly titleOf: (audience: PostId) => string
}

function stateOf(readers: readonly Reader[], asOf: Temporal.Instant, told: Told): ClauseState {
  const done = readers.filter((reader) => reader.done !== null).length
  const word = told.asking.act === 'shown' ? 'been shown it' : 'acknowledged it'
  const basis = `${done} of ${readers.length} ${readers.length === 1 ? 'person has' : 'people have'} ${word}`
  const missing = readers.filter((reader) => reader.done === null)
  const late = missing.filter(({ due }) => Temporal.Instant.compare(due, asOf) < 0)
  const waiting = missing.filter(({ due }) => Temporal.Instant.compare(due, asOf) >= 0)
  if (readers.length === 0) return { verdict: 'unknown', findings: [], basis: 'Nobody to tell, or no text yet' }
  return judged(basis, byAudience(late, told), byAudience(waiting, told))
}

/** At most this many rows behind a finding: a page shows a handful, the notice's own page all. */
const mostRows = 200

function byAudience(readers: readonly Reader[], { what, asking, post, titleOf }: Told): readonly Finding[] {
  const groups = Map.groupBy(readers, ({ audience }) => audience)
  const word = asking.act === 'shown' ? `not been shown “${what}”` : `not acknowledged “${what}”`
  return [...groups].map(([audience, group]) => ({
    sentence: `${titleOf(audience)}: ${group.length} ${group.length === 1 ? 'has' : 'have'} ${word}.`,
    rows: group.slice(0, mostRows).map(({ person }) => ({ table: 'person', id: person })),
    post,
    due: group.map(({ due }) => due).toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null,
  }))
}
