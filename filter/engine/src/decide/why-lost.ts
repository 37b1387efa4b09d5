import { strictness, WITHIN_A_CATEGORY, PRECEDENCE, RANK } from '../policy/precedence.js'
import { type Candidate, countsLength } from './candidates.js'

const titleOf = (layer: Candidate['layer']): string => PRECEDENCE.find(({ id }) => id === layer)?.title ?? layer

/** Why what the address gets did not decide, where its words did. */
export const LOST_TO_WORDS = 'Of what the address gets and what the words there get, the stricter decides.'

/** Why one candidate did not decide, against the one that did. The sentence is for the DSL. */
export function whyLost(lost: Candidate, won: Candidate): string {
  if (lost.beaten)
    return `In the same category a stronger rule decides (${WITHIN_A_CATEGORY.join(', ')}; with a time before without).`
  if (RANK[lost.layer] < RANK[won.layer]) return `“${titleOf(won.layer)}” comes before “${titleOf(lost.layer)}”.`
  if (countsLength(won.layer) && lost.depth < won.depth)
    return `It names less of the address than “${won.matched ?? ''}” does.`
  if (strictness(lost.verdict) < strictness(won.verdict))
    return 'Of two that are equally close, the stricter one decides.'
  return 'It says the same as the rule that decides, which comes first in the policy.'
}
