import { type ImportProblem, problem } from '../problem.js'
import type { TableRow } from './table.js'

/** A report's title and date may stand above its headings, seldom more than that. */
const MOST_LINES_ABOVE = 10

/** The headings of a table, the rows under them, and what was odd about them. */
export interface HeadedRows {
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
  readonly problems: readonly ImportProblem[]
}

/** Finds the line of headings, and gives each column a name of its own. Null when there is no row at all. */
export function nameHeadings(file: string, rows: readonly TableRow[]): HeadedRows | null {
  const at = Math.max(0, rows.slice(0, MOST_LINES_ABOVE).findIndex(hasSeveralCells))
  const row = rows[at]
  if (!row) return null
  const below = rows.slice(at + 1)
  const problems: ImportProblem[] = []
  const place = { file, line: row.line, column: null }
  if (at > 0) problems.push(problem('lines-above-headings', place, { value: String(row.line) }))
  const names = row.cells.slice(0, usedColumns(row, below)).map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
  const headings = distinct(names, (name, renamed) => {
    problems.push(problem('heading-twice', { ...place, column: renamed }, { value: name, other: renamed }))
  })
  return { headings, rows: below, problems }
}

function hasSeveralCells(row: TableRow): boolean {
  return row.cells.filter((cell) => cell.trim() !== '').length > 1
}

/** Spreadsheets leave rows of empty cells behind on the right: a column counts if it has a heading or anything under it. */
function usedColumns(heading: TableRow, below: readonly TableRow[]): number {
  let used = heading.cells.findLastIndex((cell) => cell.trim() !== '') + 1
  for (const { cells } of below.slice(0, 1000)) {
    for (let column = heading.cells.length - 1; column >= used; column -= 1) {
      if ((cells[column] ?? '').trim() !== '') used = column + 1
    }
  }
  return used
}

function distinct(names: readonly string[], onRename: (name: string, renamed: string) => void): string[] {
  const taken = new Set<string>()
  return names.map((name, place) => {
    let heading = name || `Column ${place + 1}`
    for (let copy = 2; taken.has(heading); copy += 1) heading = `${name} (${copy})`
    taken.add(heading)
    if (name && heading !== name) onRename(name, heading)
    return heading
  })
}
