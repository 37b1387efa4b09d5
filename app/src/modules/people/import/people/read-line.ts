import type { Field } from '../mapping/fields.js'
import { type ImportProblem, problem, type ProblemWords } from '../problem.js'
import type { FilePlace, IsoDate } from '../roster.js'
import type { RuleId } from '../rules.js'
import type { TableRow } from '../table/table.js'
import { cleanCell } from './clean-cell.js'
import type { ImportFile, ImportSetting } from './import-setting.js'
import { type DateOrder, onlyOrder, parseDate } from './parse-date.js'

/** One line of a file, asked by field instead of by column. Noting a problem is part of reading. */
export interface Line {
  readonly at: FilePlace
  readonly today: IsoDate
  /** Whether the file has a column for the field at all. */
  has(field: Field): boolean
  /** The cleaned text of the field, '' when it is blank or has no column. */
  text(field: Field): string
  /** The field's heading as in the file, or null without a column. */
  heading(field: Field): string | null
  /** In which order the numbers of a date stand in the field's column. */
  dateOrder(field: Field): DateOrder
  note(rule: RuleId, field: Field | null, words?: ProblemWords): void
  readonly accepts: (rule: RuleId) => boolean
}

interface Column {
  readonly place: number
  readonly heading: string
  readonly order: DateOrder
}

const DATES: readonly Field[] = ['born', 'start', 'end']

/** Every line of a file, ready to be asked. `problems` receives what is noted, in the order in which it is asked. */
export function* readLines(file: ImportFile, setting: ImportSetting, problems: ImportProblem[]): Generator<Line> {
  const columns = columnsOf(file, setting, problems)
  for (const row of file.table.rows) yield lineOf(row, columns, { file, setting, problems })
}

interface Reading {
  readonly file: ImportFile
  readonly setting: ImportSetting
  readonly problems: ImportProblem[]
}

function lineOf(row: TableRow, columns: ReadonlyMap<Field, Column>, { file, setting, problems }: Reading): Line {
  const at = { file: file.table.name, line: row.line }
  const cleaned = new Map<Field, string>()
  const accepts = (rule: RuleId) => (setting.accept as ReadonlySet<string> | undefined)?.has(rule) ?? false
  const heading = (field: Field) => columns.get(field)?.heading ?? null
  const note: Line['note'] = (rule, field, words) => {
    problems.push(problem(rule, { ...at, column: field && heading(field) }, words))
  }
  const clean = (field: Field): string => {
    const column = columns.get(field)
    const { text, doubts } = cleanCell(column ? (row.cells[column.place] ?? '') : '')
    const correction = doubts.find(({ rule, offer }) => offer && accepts(rule))?.offer
    for (const { rule, offer } of doubts) if (!offer || !accepts(rule)) note(rule, field, { value: text, offer })
    return correction ?? text
  }
  const text = (field: Field): string => {
    let known = cleaned.get(field)
    if (known === undefined) cleaned.set(field, (known = clean(field)))
    return known
  }
  return {
    at,
    today: setting.today,
    has: (field) => columns.has(field),
    text,
    heading,
    dateOrder: (field) => columns.get(field)?.order ?? 'day-first',
    note,
    accepts,
  }
}

function columnsOf(
  { table, mapping }: ImportFile,
  setting: ImportSetting,
  problems: ImportProblem[],
): ReadonlyMap<Field, Column> {
  const found = table.headings.flatMap((heading, place): [Field, Column][] => {
    const field = mapping.columns[heading]
    if (!field) return []
    const order = DATES.includes(field) ? orderOfDates(table, place, setting.today, problems) : 'day-first'
    return [[field, { place, heading, order }]]
  })
  return new Map(found)
}

/**
 * A column in which some dates can only have the month first, and none only the day, was written by American settings: then
 * every date in it is read so, with one word of warning, instead of half of them being turned round in silence.
 */
function orderOfDates(table: ImportFile['table'], place: number, today: IsoDate, problems: ImportProblem[]): DateOrder {
  const texts = table.rows.map(({ cells }) => (cells[place] ?? '').trim())
  const value = texts.find((text) => onlyOrder(text) === 'month-first')
  if (value === undefined || texts.some((text) => onlyOrder(text) === 'day-first')) return 'day-first'
  const { date } = parseDate(value, 'month-first', today)
  const column = table.headings[place] ?? null
  problems.push(problem('column-month-first', { file: table.name, line: null, column }, { value, other: date ?? '' }))
  return 'month-first'
}
