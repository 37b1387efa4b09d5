import { mostlyWrong, type RuleRecord, type Verdict } from '../../../engine/src/index.js'
import { type Flagged, flaggedIn } from '../judging/flagged.js'
import { readJudgements, ruleRecords } from '../judging/judgement-file.js'
import { say } from './say.js'
import { shownTarget } from './shown-target.js'
import { VERDICT_WORDS } from './verdict-words.js'
import { localText } from '../school-clock.js'

export interface FlagsOptions {
  readonly log: string
  readonly judgements: string
}

/** `hedgerow filter flags`: what waits for a person to judge, and how often each rule was right. */
export async function flags({ log, judgements }: FlagsOptions): Promise<number> {
  const known = readJudgements(judgements)
  const judgedAt = new Map(known.map(({ decision, at }) => [decision, at]))
  const waiting = (await flaggedIn(log)).filter((flagged) => !isJudged(flagged, judgedAt))
  say(waiting.length === 0 ? 'Nothing waits to be judged.' : `To be judged: ${waiting.length}.`)
  for (const line of waiting.flatMap(told)) say(line)
  for (const line of toldOfRules(ruleRecords(known))) say(line)
  return 0
}

/** What is done once more after it was judged is not judged: it may be worse than it was taken for. */
const isJudged = ({ decisions, last }: Flagged, judgedAt: ReadonlyMap<string, string>): boolean =>
  [...decisions].some((decision) => (judgedAt.get(decision) ?? '') >= last)

function told({ first, about, times, rules }: Flagged): string[] {
  const { at, group, person, device, place, address, verdict, category, decision } = first
  const who = [group, person || device || address, place].filter((each) => each !== '').join(', ')
  return [
    '',
    `${localText(Date.parse(at))}  ${who}: ${VERDICT_WORDS[verdict as Verdict] ?? verdict}${category === '' ? '' : `, ${category}`}${times > 1 ? `, ${times} times that day` : ''}`,
    `  ${shownTarget(about, first.layer)}`,
    `  raised by ${[...rules].join('; ')}`,
    `  hedgerow filter judge ${decision} true|false`,
  ]
}

/** The rules by how they were judged; those that were mostly wrong are named again, for somebody to change. */
export function toldOfRules(records: readonly RuleRecord[]): string[] {
  if (records.length === 0) return []
  return [
    '',
    'Judged so far, true and false:',
    ...records.map(({ rule, judgedTrue, judgedFalse }) => `  ${judgedTrue} and ${judgedFalse}  ${rule}`),
    ...mostlyWrong(records).map(({ rule }) => `Mostly wrong, and to be changed: ${rule}`),
  ]
}
