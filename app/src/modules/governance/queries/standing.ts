import type { ClauseState, ClauseVerdict, Finding } from '../../../engine/clauses/clause-state.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { PolicyStates } from '../../policy/index.js'

export type Counts = Readonly<Record<ClauseVerdict, number>>

/** One clause as the page lists it. */
export interface ClauseLine {
  readonly id: string
  readonly number: string
  readonly text: string
  readonly state: ClauseState
  /** Who must act, by post title; empty where nobody in particular must. */
  readonly who: readonly string[]
}

/** One part of the policy, with how its promises stand. */
export interface PartStanding {
  readonly part: string
  readonly number: string
  readonly title: string
  readonly counts: Counts
  readonly clauses: readonly ClauseLine[]
}

/** One thing that somebody must see to, once, with every promise that it breaks or will break. */
export interface Matter {
  readonly sentence: string
  readonly verdict: 'broken' | 'due'
  readonly who: string | null
  readonly clauses: readonly Pick<ClauseLine, 'id' | 'number' | 'text'>[]
  /** The records that show it, each once. */
  readonly rows: Finding['rows']
}

export interface Standing {
  /** Broken before due; of each, what breaks most promises first. */
  readonly matters: readonly Matter[]
  readonly counts: Counts
  readonly total: number
  readonly parts: readonly PartStanding[]
}

const verdicts: readonly ClauseVerdict[] = ['kept', 'due', 'broken', 'attested', 'unknown', 'unbuilt']

/** A clause that was not looked at yet, because the policy took force this very minute. */
const notLookedAt: ClauseState = { verdict: 'unknown', findings: [], basis: 'Not looked at yet' }

const countOf = (states: readonly ClauseState[]): Counts =>
  Object.fromEntries(
    verdicts.map((verdict) => [verdict, states.filter((state) => state.verdict === verdict).length]),
  ) as Counts

const whoOf = (pack: Pack, findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.flatMap(({ post }) => (post ? [titleOfPost(pack, post)] : []))),
]

const reckoned = new WeakMap<PolicyStates['states'], Standing>()

/** How the whole policy stands, part by part: pure, over states that were already read, and remembered by them. */
export function standingOf({ pack, states }: PolicyStates): Standing {
  const known = reckoned.get(states) ?? reckon(pack, states)
  reckoned.set(states, known)
  return known
}

function reckon(pack: Pack, states: PolicyStates['states']): Standing {
  const parts = pack.parts.map((part) => {
    const clauses = part.clauses.map(({ id, number, text }) => {
      const state = states.get(id) ?? notLookedAt
      return { id, number, text, state, who: whoOf(pack, state.findings) }
    })
    const counts = countOf(clauses.map(({ state }) => state))
    return { part: part.part, number: part.number, title: part.title, counts, clauses }
  })
  const all = parts.flatMap(({ clauses }) => clauses.map(({ state }) => state))
  return { counts: countOf(all), total: all.length, parts, matters: mattersOf(pack, parts) }
}

/** Findings gathered by what they say and whom they name: one overdue review breaks ten promises but is one thing to do. */
function mattersOf(pack: Pack, parts: readonly PartStanding[]): readonly Matter[] {
  const found = parts
    .flatMap(({ clauses }) => clauses)
    .flatMap((clause) => clause.state.findings.map((finding) => ({ clause, finding })))
    .filter(({ clause }) => clause.state.verdict === 'broken' || clause.state.verdict === 'due')
  const groups = Map.groupBy(found, ({ finding }) => JSON.stringify([finding.sentence, finding.post]))
  return [...groups.values()]
    .flatMap((group): readonly Matter[] => {
      const [first] = group
      if (!first) return []
      const { sentence, post } = first.finding
      const verdict = group.some(({ clause }) => clause.state.verdict === 'broken') ? 'broken' : 'due'
      const clauses = [...new Map(group.map(({ clause }) => [clause.id, clause])).values()]
      const rows = [...new Map(group.flatMap(({ finding }) => finding.rows.map((row) => [row.id, row]))).values()]
      return [{ sentence, verdict, who: post ? titleOfPost(pack, post) : null, clauses, rows }]
    })
    .toSorted((a, b) => a.verdict.localeCompare(b.verdict) || b.clauses.length - a.clauses.length)
}
