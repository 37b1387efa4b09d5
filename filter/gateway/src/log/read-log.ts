import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Question, QuestionKind } from '../../../engine/src/index.js'
import { list } from '../clients/read-table.js'
import { Problem } from '../problem.js'
import { LOG_COLUMNS } from './log-lines.js'

/** A line of the log by its columns. Columns that came later than a line are ''. */
export type LogRow = Readonly<Record<(typeof LOG_COLUMNS)[number], string>>

/** Lines from before there were these have all others. */
const NEW = ['classes', 'raised']
const COLUMNS_BEFORE = LOG_COLUMNS.filter((column) => !NEW.includes(column))

const EMPTY = Object.fromEntries(LOG_COLUMNS.map((column) => [column, ''])) as LogRow

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
  const columns = [LOG_COLUMNS, COLUMNS_BEFORE].find(({ length }) => length === cells.length)
  if (columns === undefined || Number.isNaN(Date.parse(cells[0] ?? ''))) return null
  return { ...EMPTY, ...Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])) }
}

/** The question that a line was about; a block page answers one of HTTP. */
export const questionOf = ({ at, kind, target, group, person, device, place, classes }: LogRow): Question => ({
  kind: kind === 'page' ? 'http' : (kind as QuestionKind),
  target,
  who: { group, person: person || null, device: device || null, place: place || null, classes: list(classes) },
  at: Date.parse(at),
})
