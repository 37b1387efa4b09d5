import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Question, QuestionKind } from '../../../engine/src/index.js'
import { Problem } from '../problem.js'
import { LOG_COLUMNS } from './log-lines.js'

/** A line of the log by its columns. Columns that came later than a line are ''. */
export type LogRow = Readonly<Record<(typeof LOG_COLUMNS)[number], string>>

/** Before November 2026 lines ended with their decision. */
const FEWEST_COLUMNS = LOG_COLUMNS.indexOf('raised')

/** Every line of a log, a file or the folder of a gateway, the oldest file first; null for one that cannot be read. */
export async function* readLog(path: string): AsyncGenerator<LogRow | null> {
  for (const file of logFiles(path))
    for await (const line of createInterface({ input: createReadStream(file) })) yield rowOf(line)
}

function logFiles(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path)
      .filter((name) => /\.tsv(\.open)?$/.test(name))
      .toSorted()
      .map((name) => join(path, name))
  } catch {
    throw new Problem(`There is no log ${path}.`)
  }
}

export function rowOf(line: string): LogRow | null {
  const cells = line.split('\t')
  if (cells.length !== LOG_COLUMNS.length && cells.length !== FEWEST_COLUMNS) return null
  if (Number.isNaN(Date.parse(cells[0] ?? ''))) return null
  return Object.fromEntries(LOG_COLUMNS.map((column, place) => [column, cells[place] ?? ''])) as LogRow
}

/** The question that a line was about. */
export const questionOf = ({ at, kind, target, group, person, device, place }: LogRow): Question => ({
  kind: kind as QuestionKind,
  target,
  who: { group, person: person || null, device: device || null, place: place || null },
  at: Date.parse(at),
})
