import type { Temporal } from 'temporal-polyfill'
import type { ClauseId, PersonId } from '../../kernel/ids.js'

/** yes, no, or ask somebody who may decide. */
export type Verdict = 'yes' | 'no' | 'ask'

/** Whose words a reason is said in. */
export type Voice = 'pupil' | 'staff' | 'dsl'

/** One reason in three voices, and what would mend it. No name, no private matter: decisions are shown to those they are about. */
export interface Reason {
  readonly id: string
  readonly verdict: Verdict
  readonly words: Readonly<Record<Voice, string>>
  /** What to do about it, for whoever asked. */
  readonly mend?: string
}

/** The answer to "may this be?": why, by which clauses, and when. Kept under an id, so that it can be looked up later. */
export interface Decision {
  readonly id: string
  /** What was asked, as a module names it: 'access.internet'. */
  readonly kind: string
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  readonly clauses: readonly ClauseId[]
  readonly at: Temporal.Instant
}

/** A question that is about to be decided. */
export interface Asked {
  readonly kind: string
  /** Whom it is about, where that is one person. */
  readonly about: PersonId | null
  readonly reasons: readonly Reason[]
  readonly clauses: readonly ClauseId[]
  /** The pack by whose rules it was decided. */
  readonly packHash: string
}

/** The verdict that reasons come to: one "no" shuts, else one "ask" asks, else yes. No reason at all is no permission. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  if (reasons.length === 0 || reasons.some(({ verdict }) => verdict === 'no')) return 'no'
  return reasons.some(({ verdict }) => verdict === 'ask') ? 'ask' : 'yes'
}
