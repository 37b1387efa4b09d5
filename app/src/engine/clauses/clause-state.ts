import type { Temporal } from 'temporal-polyfill'
import type { PostId } from '../../kernel/ids.js'

/**
 * kept: the records show it. due: kept so far, somebody must act by a date. broken: not kept. attested: a named person
 * vouches for it. unknown: nothing says either way. unbuilt: no code of ours checks it yet, and it counts as such.
 */
export type ClauseVerdict = 'kept' | 'due' | 'broken' | 'attested' | 'unknown' | 'unbuilt'

/** Why a clause is not kept, or is due: one thing, its rows, who must act and by when. */
export interface Finding {
  /** For a headteacher: 'A concern of 3 November was not acknowledged the same day.' Never a name. */
  readonly sentence: string
  readonly rows: readonly { readonly table: string; readonly id: string }[]
  readonly post: PostId | null
  readonly due: Temporal.Instant | null
}

export interface ClauseState {
  readonly verdict: ClauseVerdict
  readonly findings: readonly Finding[]
  /** What was looked at, in a few words: '41 concerns since September'. */
  readonly basis: string
}

/** The state of a clause that nothing contradicts. */
export const kept = (basis: string): ClauseState => ({ verdict: 'kept', findings: [], basis })

/** A state from what was found: broken if any finding is overdue or has no date left, else due, else kept. */
export function judged(basis: string, broken: readonly Finding[], due: readonly Finding[] = []): ClauseState {
  const verdict = broken.length > 0 ? 'broken' : due.length > 0 ? 'due' : 'kept'
  return { verdict, findings: [...broken, ...due], basis }
}
