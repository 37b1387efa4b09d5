import { Temporal } from 'temporal-polyfill'
import { kept } from '../../engine/clauses/clause-state.js'
import type { ClauseState, Finding } from '../../engine/clauses/clause-state.js'
import type { Pack } from '../../engine/packs/pack.js'

type Clause = Pack['parts'][number]['clauses'][number]

/** One thing that keeps one clause: its check's key (the same for all clauses that share the answer), and how it stands in the clause. */
export interface Use {
  readonly clause: Clause
  readonly mechanism: string
  readonly key: string
  /** Whether the clause narrows it to what the clause is about: a post, an audience, a clock, an aspect. */
  readonly narrowed: boolean
  /** Whether it stands first among what keeps the clause. */
  readonly first: boolean
}

type Answers = ReadonlyMap<string, ClauseState>

/**
 * Where what a mechanism found is counted. Many clauses lean on one mechanism without narrowing it: one volunteer who has
 * not read how we behave online must not break twenty promises, or nobody believes the page. So a finding counts for the
 * clauses that are narrowed to it; one that no narrower clause speaks of counts for the first clause that leans on the
 * mechanism above all, and the others say where. What names no row is about the whole (nobody can hear a concern, no
 * supplier is on record): it counts for every clause that leans, or 'kept' would be said of nothing. Decision 0016.
 * Returns the states of the clauses that lean, by clause and check; all others have their check's own answer.
 */
export function leanOnHomes(
  uses: readonly Use[],
  answers: Answers,
  asOf: Temporal.Instant,
): ReadonlyMap<Use, ClauseState> {
  const byMechanism = Map.groupBy(uses, ({ mechanism }) => mechanism)
  return new Map([...byMechanism.values()].flatMap((all) => leaningOf(all, answers, asOf)))
}

type Settled = readonly (readonly [Use, ClauseState])[]

/** The clauses that lean on one mechanism. */
function leaningOf(all: readonly Use[], answers: Answers, asOf: Temporal.Instant): Settled {
  const bare = Map.groupBy(
    all.filter(({ narrowed }) => !narrowed),
    ({ key }) => key,
  )
  return [...bare].flatMap(([key, sharing]) => {
    const state = answers.get(key)
    const amiss = state?.verdict === 'broken' || state?.verdict === 'due'
    return state && amiss ? settle(sharing, state, narrowHomes(all, answers), asOf) : []
  })
}

/** What the narrowed checks of a mechanism found, and the clauses that each stands at. */
function narrowHomes(all: readonly Use[], answers: Answers): ReadonlyMap<string, readonly Use[]> {
  const pairs = all
    .filter(({ narrowed }) => narrowed)
    .flatMap((use) => (answers.get(use.key)?.findings ?? []).map((found) => [identity(found), use] as const))
  return new Map([...Map.groupBy(pairs, ([id]) => id)].map(([id, found]) => [id, found.map(([, use]) => use)]))
}

/** One thing found, however many checks come upon it. */
const identity = ({ sentence, rows, post }: Finding): string =>
  JSON.stringify([sentence, post, rows.map(({ id }) => id)])

function settle(
  sharing: readonly Use[],
  state: ClauseState,
  homes: ReadonlyMap<string, readonly Use[]>,
  asOf: Temporal.Instant,
): Settled {
  const home = sharing.find(({ first }) => first) ?? sharing[0]
  const whole = state.findings.filter(({ rows }) => rows.length === 0)
  const own = state.findings.filter((found) => found.rows.length > 0 && !homes.has(identity(found)))
  const elsewhere = state.findings.flatMap((found) => (found.rows.length > 0 ? (homes.get(identity(found)) ?? []) : []))
  const places = [...(own.length > 0 && home ? [home] : []), ...elsewhere].map(({ clause }) => clause.number)
  const basis = places.length > 0 ? `${state.basis}; ${countedAt(places)}` : state.basis
  const leaning = only(whole, { ...state, basis }, asOf)
  const atHome = own.length === 0 ? leaning : only([...whole, ...own], state, asOf)
  return sharing.map((use) => [use, use === home ? atHome : leaning] as const)
}

/** A state with some of its findings: broken while one of them is over or has no day left, kept without any. */
function only(own: readonly Finding[], state: ClauseState, asOf: Temporal.Instant): ClauseState {
  if (own.length === 0) return kept(state.basis)
  if (own.length === state.findings.length) return state
  const over = own.some(({ due }) => due === null || Temporal.Instant.compare(due, asOf) < 0)
  return { ...state, verdict: state.verdict === 'broken' && over ? 'broken' : 'due', findings: own }
}

const mostPlaces = 3

function countedAt(numbers: readonly string[]): string {
  const places = [...new Set(numbers)]
  const more = places.length > mostPlaces ? ' and others' : ''
  return `what is amiss there counts at ${places.slice(0, mostPlaces).join(', ')}${more}`
}
