import type { Question, QuestionKind, Snapshot, Verdict } from '../../../engine/src/index.js'
import { list, readTable } from '../clients/read-table.js'
import { readNamed } from '../config/read-named.js'
import { Problem } from '../problem.js'
import { openSnapshotFile } from './open-snapshot-file.js'
import { say } from './say.js'
import { instantOf } from '../school-clock.js'

const COLUMNS = [
  'target',
  'group',
  'verdict',
  'at',
  'kind',
  'person',
  'classes',
  'device',
  'place',
  'category',
  'text',
] as const
const VERDICTS: readonly Verdict[] = ['allow', 'flag', 'ask', 'block']

/** `hedgerow filter test <expectations.csv>`: asks each line's question and says where the answer is another. */
export async function testExpectations(
  file: string,
  options: { readonly snapshot: string; readonly key: string },
): Promise<number> {
  const snapshot = await openSnapshotFile(options.snapshot, options.key)
  const { asked, failures } = compareExpectations(snapshot, readNamed(file, 'the file of expectations'), file)
  for (const sentence of failures) say(sentence)
  say(`${asked - failures.length} of ${asked} answers are as expected.`)
  return failures.length === 0 && asked > 0 ? 0 : 1
}

export function compareExpectations(
  snapshot: Snapshot,
  csv: string,
  file: string,
): { readonly asked: number; readonly failures: string[] } {
  const rows = readTable(csv, { file, columns: COLUMNS, required: ['target', 'group', 'verdict'] })
  const failures: string[] = []
  for (const { line, value } of rows) {
    if (!VERDICTS.some((verdict) => verdict === value.verdict))
      throw new Problem(`${file}, line ${line}: "${value.verdict}" is no verdict; they are ${VERDICTS.join(', ')}.`)
    const { verdict, category } = snapshot.decide(questionOf(value))
    if (verdict !== value.verdict)
      failures.push(`Line ${line}: ${value.target} for ${value.group} should be ${value.verdict}, and is ${verdict}.`)
    else if (value.category !== '' && category !== value.category)
      failures.push(
        `Line ${line}: ${value.target} should be in ${value.category}, and is in ${category ?? 'no category'}.`,
      )
  }
  return { asked: rows.length, failures }
}

function questionOf(value: Readonly<Record<(typeof COLUMNS)[number], string>>): Question {
  const { target, group, person, classes, device, place, text } = value
  const kind = (value.kind || (target.includes('/') ? 'http' : 'dns')) as QuestionKind
  const who = { group, person: person || null, classes: list(classes), device: device || null, place: place || null }
  return { kind, target, who, at: instantOf(value.at || undefined, Date.now()), ...(text === '' ? {} : { text }) }
}
