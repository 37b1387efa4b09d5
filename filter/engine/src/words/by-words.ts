import type { LayerId, Profile, TextScore } from '../contract.js'
import type { Group, Policy, Verdict } from '../policy.js'
import { strictness } from '../policy/precedence.js'

/** From which scores on typed words and page text are flagged and blocked, by category. */
export type WordLimits = NonNullable<Group['words']>

/** Those of somebody's group; undefined where its words are not looked at. */
export const limitsOf = ({ groups }: Policy, { who }: Profile): WordLimits | undefined =>
  groups.find(({ id }) => id === who.group)?.words

/** What words ask for, the score of the category that asks it, and from which score on it does. */
export interface Worded {
  readonly verdict: Verdict
  readonly score: TextScore
  readonly from: number
}

/**
 * Rows of the precedence table that words change nothing about: a child who reads what a help line says about suicide is where it
 * should be, and who is nominated to look into a report has been told to look.
 */
const LEFT_ALONE: ReadonlySet<LayerId> = new Set<LayerId>(['help', 'nominated'])

/** The strictest that a text's words ask for, or null where the address alone gets as much: words never open anything. */
export function byWords(
  { layer, verdict }: { readonly layer: LayerId; readonly verdict: Verdict },
  scores: readonly TextScore[],
  limits: WordLimits,
): Worded | null {
  if (LEFT_ALONE.has(layer)) return null
  const asked = scores.map((score) => asks(score, limits))
  const strictest = Math.max(strictness(verdict), ...asked.map((each) => strictness(each.verdict)))
  return strictest === strictness(verdict)
    ? null
    : (asked.find((each) => strictness(each.verdict) === strictest) ?? null)
}

function asks(score: TextScore, limits: WordLimits): Worded {
  const { block = Infinity, flag = Infinity } = limits[score.category] ?? {}
  if (score.score >= block) return { verdict: 'block', score, from: block }
  return { verdict: score.score >= flag ? 'flag' : 'allow', score, from: flag }
}

/** The phrase that weighs most for a category: what is named as having decided. */
export const heaviest = ({ phrases }: TextScore): TextScore['phrases'][number] | undefined =>
  phrases.find(({ weight }) => weight > 0)
