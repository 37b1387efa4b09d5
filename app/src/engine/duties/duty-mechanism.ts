import { Temporal } from 'temporal-polyfill'
import type { TSchema } from 'typebox'
import { londonDate } from '../../kernel/calendar/london.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { shortDate } from '../../web/dates.js'
import { at } from '../around.js'
import type { SchoolAround } from '../around.js'
import { judged } from '../clauses/clause-state.js'
import type { ClauseState, Finding } from '../clauses/clause-state.js'
import { engineParams } from '../clauses/params.js'
import type { Mechanism } from '../module.js'
import { titleOfPost } from '../packs/lookup.js'
import type { Duty, DutyInstance } from './duty.js'
import { instanceOf } from './instances.js'
import { standingOf } from './standing.js'
import type { Standing } from './standing.js'

interface DutyMechanismOptions {
  readonly params?: TSchema
  readonly page?: string
}

/** Where a call or answer of a duty is opened. */
export const dutyPage = (duty: string): string => `/duties/${duty}`

/** The mechanism that a duty keeps: each clause is asked about by itself, for any date since it took force. */
export function dutyMechanism(
  around: SchoolAround,
  duty: Duty,
  { params = engineParams(), page = dutyPage(duty.id) }: DutyMechanismOptions = {},
): Mechanism {
  return {
    id: duty.id,
    params,
    page,
    perClause: true,
    check: async (tx, given, asOf, clause) => {
      const then = at(tx, asOf)
      const pack = await around.pack(then)
      if (!pack || !clause) return unknown
      const instance = instanceOf(duty, clause, { pack, params: given })
      const standing = await standingOf(then, around, instance)
      return standing ? stateOf(then, instance, { standing, title: titleOfPost(pack, instance.post) }) : unknown
    },
  }
}

const unknown: ClauseState = { verdict: 'unknown', findings: [], basis: 'The promise was not in force' }

interface Stood {
  readonly standing: Standing
  readonly title: string
}

function stateOf(tx: ReadTx, instance: DutyInstance, { standing, title }: Stood): ClauseState {
  const found = [...fromOccasion(tx, instance, standing), ...fromEvents(instance, standing)]
  const late = (finding: Finding) => finding.due === null || Temporal.Instant.compare(finding.due, tx.now) < 0
  const state = judged(
    basisOf(standing, title),
    found.filter(late),
    found.filter((finding) => !late(finding)),
  )
  return state.verdict === 'kept' && instance.duty.byWord ? { ...state, verdict: 'attested' } : state
}

function basisOf({ done }: Standing, title: string): string {
  const last = done.toSorted((a, b) => ms(a.answered_at) - ms(b.answered_at)).at(-1)
  if (!last?.answered_at) return 'Not done yet'
  return `Last done on ${shortDate(londonDate(last.answered_at))}, ${title}`
}

const ms = (moment: Temporal.Instant | null): number => moment?.epochMilliseconds ?? 0

function fromOccasion(tx: ReadTx, { post }: DutyInstance, { occasion, call }: Standing): readonly Finding[] {
  if (!occasion || Temporal.Instant.compare(occasion.opens, tx.now) > 0) return []
  const due = call?.due_at ?? occasion.due
  const what = occasion.words ? `For the ${occasion.words} this` : 'This'
  const isLate = Temporal.Instant.compare(due, tx.now) < 0
  return [
    {
      sentence: isLate ? `${what} was not done in time.` : `${what} is to be done.`,
      rows: call ? [{ table: 'duty_call', id: call.id }] : [],
      post,
      due,
    },
  ]
}

const fromEvents = ({ post }: DutyInstance, { events }: Standing): readonly Finding[] =>
  events.map(({ id, due_at, cause }) => ({
    sentence: `${causeWords[cause] ?? 'Something happened that calls for this'}: it is not done yet.`,
    rows: [{ table: 'duty_call', id }],
    post,
    due: due_at,
  }))

/** What called, at the head of a sentence. Other modules' causes read as the general one. */
export const causeWords: Readonly<Record<string, string>> = {
  joining: 'Somebody is new',
  'post-taken-up': 'Somebody took up a post',
}
