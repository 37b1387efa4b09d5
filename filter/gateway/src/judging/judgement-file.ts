import { appendFileSync, existsSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { judged, type RuleRecord } from '../../../engine/src/index.js'
import { list, readTable } from '../clients/read-table.js'
import { readNamed } from '../config/read-named.js'
import { Problem } from '../problem.js'

/** What a person said of something that was raised. `rules` raised it. */
export interface Judgement {
  readonly at: string
  readonly decision: string
  readonly judged: 'true' | 'false'
  readonly by: string
  readonly rules: readonly string[]
}

const COLUMNS = ['at', 'decision', 'judged', 'by', 'rules'] as const

/** Every judgement of a file, the oldest first; none where there is no file yet. It names no child and no address. */
export function readJudgements(file: string): readonly Judgement[] {
  if (!existsSync(file)) return []
  const shape = { file, columns: COLUMNS, required: COLUMNS }
  return readTable(readNamed(file, 'the file of judgements'), shape).map(({ line, value }) => {
    if (!isVerdict(value.judged))
      throw new Problem(`${file}, line ${line}: "${value.judged}" is neither true nor false.`)
    return { ...value, judged: value.judged, rules: list(value.rules) }
  })
}

export const isVerdict = (text: string): text is Judgement['judged'] => text === 'true' || text === 'false'

/** Writes one more, to the disk itself. Nothing is ever written over: who changes their mind judges again. */
export function addJudgement(file: string, { rules, ...judgement }: Judgement): void {
  const row = { ...judgement, rules: rules.join('; ') }
  appendFileSync(file, stringify([row], { header: !existsSync(file), columns: [...COLUMNS] }), { flush: true })
}

/** How often each rule was judged true and false. The last word about a decision is the one that counts. */
export function ruleRecords(judgements: readonly Judgement[]): readonly RuleRecord[] {
  const last = new Map(judgements.map((each) => [each.decision, each]))
  let records: readonly RuleRecord[] = []
  for (const { rules, judged: verdict } of last.values()) records = judged(records, rules, verdict === 'true')
  return records
}
