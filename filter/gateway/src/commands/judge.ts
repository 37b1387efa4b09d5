import { flaggedIn } from '../judging/flagged.js'
import { addJudgement, isVerdict, readJudgements, ruleRecords } from '../judging/judgement-file.js'
import { Problem } from '../problem.js'
import { type FlagsOptions, toldOfRules } from './flags.js'
import { say } from './say.js'

export interface JudgeOptions extends FlagsOptions {
  readonly by: string
}

/** `hedgerow filter judge <decision> true|false`: what a person says of something that was raised; every rule behind it keeps count. */
export async function judge(
  decision: string,
  verdict: string,
  { log, judgements, by }: JudgeOptions,
  now = Date.now(),
): Promise<number> {
  if (!isVerdict(verdict)) throw new Problem(`Say true or false: "${verdict}" is neither.`)
  const flagged = (await flaggedIn(log)).find(({ decisions }) => decisions.has(decision))
  if (flagged === undefined) throw new Problem(`Nothing in ${log} was raised by decision ${decision}.`)
  const before = readJudgements(judgements)
  const again = before.findLast((each) => flagged.decisions.has(each.decision))
  const judgement = {
    at: new Date(now).toISOString(),
    // Said again about the same, it takes the place of what was said before.
    decision: again?.decision ?? decision,
    judged: verdict,
    by,
    rules: [...flagged.rules],
  }
  addJudgement(judgements, judgement)
  say(`Judged ${verdict}${again === undefined ? '' : `, and no longer ${again.judged}`}. It is in ${judgements}.`)
  const records = ruleRecords([...before, judgement]).filter(({ rule }) => flagged.rules.has(rule))
  for (const line of toldOfRules(records)) say(line)
  return 0
}
