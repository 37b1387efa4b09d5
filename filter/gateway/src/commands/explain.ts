import type { Decision, LostRule, Question, QuestionKind, Reason, RuleTrace } from '../../../engine/src/index.js'
import { openSnapshotFile } from './open-snapshot-file.js'
import { say } from './say.js'
import { instantOf, localText } from '../school-clock.js'
import { shownTarget } from './shown-target.js'
import { VERDICT_WORDS } from './verdict-words.js'
import { type WhoOptions, whoOf } from './who-of.js'

export interface ExplainOptions extends WhoOptions {
  readonly snapshot: string
  readonly key: string
  readonly at?: string
  readonly kind?: QuestionKind
  readonly text?: string
  readonly json?: true
}

/** `hedgerow filter explain <url>`: what is decided, by what, over what, and what each reader is told. */
export async function explain(target: string, options: ExplainOptions): Promise<number> {
  const snapshot = await openSnapshotFile(options.snapshot, options.key)
  const kind = options.kind ?? (target.includes('/') ? 'http' : 'dns')
  const asked = { kind, target, who: whoOf(options, snapshot), at: instantOf(options.at, Date.now()) }
  const question: Question = options.text === undefined ? asked : { ...asked, text: options.text }
  const decision = snapshot.decide(question)
  if (options.json) say(JSON.stringify(decision, null, 2))
  else for (const line of explained(decision)) say(line)
  return 0
}

/** A decision in sentences, for a technician. */
export function explained(decision: Decision): string[] {
  const { question, verdict, decidedBy, lost, clause, rewrite, scores, lift, reasons } = decision
  return [
    `${shownTarget(question.target, decision.layer)} is ${VERDICT_WORDS[verdict]} for ${question.who.group} at ${localText(question.at)}.`,
    `Decided by: ${traced(decidedBy)}`,
    ...(clause === null ? [] : [`The policy's clause: ${clause}.`]),
    ...(rewrite === null
      ? []
      : [`Search is made safe (${rewrite.engine}${rewrite.cname === null ? '' : `, by ${rewrite.cname}`}).`]),
    ...scores.map(
      ({ category, score, threshold, phrases }) =>
        `Words: ${category} ${score} of ${threshold} (${phrases.map(({ words }) => words).join(', ')}).`,
    ),
    `A teacher ${lift.allowed ? 'may' : 'may not'} lift it${lift.why === '' ? '.' : `: ${lift.why}`}`,
    ...voice('A pupil reads', reasons.pupil),
    ...voice('A teacher reads', reasons.teacher),
    ...voice('The DSL reads', reasons.dsl),
    lost.length === 0 ? 'No other rule had a say.' : 'These also matched, and did not decide:',
    ...lost.map((rule: LostRule) => `  - ${traced(rule)} ${rule.why}`),
    `Decision ${decision.id}, by snapshot ${decision.snapshot.number}.`,
  ]
}

const voice = (who: string, { title, sentences, next }: Reason): string[] => [
  `${who}: ${[title, ...sentences, ...next].join(' · ')}`,
]

function traced({ rule, layer, verdict, list, matched, provenance }: RuleTrace): string {
  const { author, approver, date } = provenance
  const from = list === null ? '' : `, list ${list}`
  const by = author === '' ? '' : ` (by ${author}, approved by ${approver}${date === '' ? '' : ` on ${date}`})`
  return `${rule} [${layer}]${from}${matched === null ? '' : `, ${matched}`}: ${verdict}${by}.`
}
