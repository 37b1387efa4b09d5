import { Problem } from '../problem.js'
import { parse } from 'csv-parse/sync'

/** A row with its line in the file, for sentences about it. Columns that the file does not have are ''. */
export interface TableRow<Column extends string> {
  readonly line: number
  readonly value: Readonly<Record<Column, string>>
}

interface Shape<Column extends string> {
  readonly file: string
  readonly columns: readonly Column[]
  readonly required: readonly Column[]
}

/** Reads a CSV file with a heading. Throws a sentence that names file and line for whatever is not as it should be. */
export function readTable<Column extends string>(csv: string, shape: Shape<Column>): TableRow<Column>[] {
  const { file, columns, required } = shape
  const rows = parsed(csv, file)
  const heading = (rows.shift()?.record ?? []).map((name) => name.toLowerCase())
  const strange = heading.find((name) => !columns.some((column) => column === name))
  if (strange !== undefined)
    throw new Problem(`${file}: there is no column "${strange}". The columns are ${columns.join(', ')}.`)
  const missing = required.find((name) => !heading.includes(name))
  if (missing !== undefined) throw new Problem(`${file}: the column "${missing}" is missing.`)
  return rows.map(({ record, info }) => {
    const cell = (column: Column): string => record[heading.indexOf(column)] ?? ''
    const empty = required.find((column) => cell(column) === '')
    if (empty !== undefined) throw new Problem(`${file}, line ${info.lines}: there is no ${empty}.`)
    return {
      line: info.lines,
      value: Object.fromEntries(columns.map((column) => [column, cell(column)])) as Record<Column, string>,
    }
  })
}

/** What several values in one cell are written like: 'Willow; Choir'. */
export const list = (cell: string): string[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

interface ParsedRow {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

function parsed(csv: string, file: string): ParsedRow[] {
  const options = { info: true, bom: true, trim: true, skip_empty_lines: true, comment: '#', comment_no_infix: true }
  try {
    return parse(csv, options) as unknown as ParsedRow[]
  } catch (fault) {
    throw new Problem(`${file} is not a CSV file: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
}
