import type { Decision, LayerId, Outcome } from '../contract.js'
import { layerOf, verdictOf } from '../decide/outcome.js'
import type { Verdict } from '../policy.js'

/** Whether a person is to judge an answer: what was flagged, what was stopped for its words alone, and illegal content. */
export const isToJudge = (outcome: Outcome): boolean => isJudged(verdictOf(outcome), layerOf(outcome))

const isJudged = (verdict: Verdict, layer: LayerId): boolean =>
  verdict === 'flag' || layer === 'words' || layer === 'illegal'

/** The rules that raised a decision which a person is to judge: the phrases that spoke for it, or the rule or supplier. */
export function raisedBy({ layer, verdict, category, scores, decidedBy }: Decision): readonly string[] {
  if (layer !== 'words') return isJudged(verdict, layer) ? [decidedBy.rule] : []
  return scores
    .filter((score) => score.category === category)
    .flatMap(({ phrases }) => phrases.filter(({ weight }) => weight > 0).map(({ rule }) => rule))
}

/** How often people judged what a rule had flagged, and how. A rule that is mostly wrong should be changed. */
export interface RuleRecord {
  readonly rule: string
  readonly judgedTrue: number
  readonly judgedFalse: number
}

/** The records after one more flag was judged: every rule that had raised it gets the judgement. */
export function judged(
  records: readonly RuleRecord[],
  rules: readonly string[],
  wasTrue: boolean,
): readonly RuleRecord[] {
  const known = new Map(records.map((record) => [record.rule, record]))
  for (const rule of new Set(rules)) {
    const { judgedTrue, judgedFalse } = known.get(rule) ?? { judgedTrue: 0, judgedFalse: 0 }
    known.set(rule, { rule, judgedTrue: judgedTrue + Number(wasTrue), judgedFalse: judgedFalse + Number(!wasTrue) })
  }
  return [...known.values()]
}

/** Rules that people mostly judged false, worst first, once there are enough judgements to say so. */
export function mostlyWrong(records: readonly RuleRecord[], atLeast = 10): readonly RuleRecord[] {
  const shareWrong = ({ judgedTrue, judgedFalse }: RuleRecord): number => judgedFalse / (judgedTrue + judgedFalse)
  return records
    .filter((record) => record.judgedTrue + record.judgedFalse >= atLeast && shareWrong(record) > 0.5)
    .toSorted((a, b) => shareWrong(b) - shareWrong(a))
}
