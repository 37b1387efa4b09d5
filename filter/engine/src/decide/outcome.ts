import type { LayerId, Outcome } from '../contract.js'
import type { Verdict } from '../policy.js'
import { LAYER_OF_RANK, RANK, strictness, VERDICTS } from '../policy/precedence.js'

/**
 * An outcome's bits: 0-3 rank of the layer, 4-5 verdict, 6-13 category + 1, 14-19 search engine + 1. While a set's outcome is
 * remembered, three more: LONGEST (the name's length counts within the layer), SLOW (exceptions: look at all hits together), KNOWN.
 */
export const LONGEST = 1 << 20
export const SLOW = 1 << 21
export const KNOWN = 1 << 22
const OUTCOME = LONGEST - 1

export function outcomeWith(layer: LayerId, verdict: Verdict, category = -1): Outcome {
  return RANK[layer] | (strictness(verdict) << 4) | ((category + 1) << 6)
}

export const withEngine = (outcome: Outcome, engine: number): Outcome => outcome | ((engine + 1) << 14)

/** What is told to the caller: without what only the memory needs, and with a search engine only where it may be reached. */
export function told(outcome: number, engines: number): Outcome {
  const bare = outcome & OUTCOME & ~(63 << 14)
  return ((outcome >>> 4) & 3) < 2 ? bare | engines : bare
}

export const verdictOf = (outcome: Outcome): Verdict => VERDICTS[(outcome >>> 4) & 3] ?? 'block'

export const layerOf = (outcome: Outcome): LayerId => LAYER_OF_RANK[outcome & 15] ?? 'shut'

/** Number of the category in the policy's order, or -1. */
export const categoryNumber = (outcome: Outcome): number => ((outcome >>> 6) & 255) - 1

export const engineNumber = (outcome: Outcome): number => ((outcome >>> 14) & 63) - 1

/** Larger wins: the layer first, then how much of the address was named where that counts, then strictness. */
export const order = (outcome: number, depth: number): number =>
  ((outcome & 15) << 16) | (outcome & LONGEST ? Math.min(depth, 4095) << 2 : 0) | ((outcome >>> 4) & 3)
