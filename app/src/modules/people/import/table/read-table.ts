import { type ImportProblem, problem } from '../problem.js'
import { decodeText, type DecodedText } from './decode-text.js'
import { detectSeparator } from './detect-separator.js'
import { type ByteSource, gatherBytes } from './gather-bytes.js'
import { nameHeadings } from './name-headings.js'
import { parseRows, type Progress } from './parse-rows.js'
import { whyNotTable } from './recognise-file.js'
import { isUnreadable, SEPARATORS, type Separator, type Table, type TableRow, type Unreadable } from './table.js'

/** What a reader may be told beforehand. */
export interface ReadTableOptions {
  /** The file's name as the person knows it, for sentences. */
  readonly name: string
  readonly onProgress?: Progress
}

/**
 * Reads a file of comma-, semicolon- or tab-separated values, in UTF-8, UTF-16 or Windows-1252, into headings and rows with
 * their line numbers. Answers `Unreadable` with a sentence for what is no such file, is empty, or has headings only. Never
 * throws for bad content.
 */
export async function readTable(source: ByteSource, options: ReadTableOptions): Promise<Table | Unreadable> {
  const bytes = await gatherBytes(source)
  if (isUnreadable(bytes)) return bytes
  const mistaken = whyNotTable(bytes)
  if (mistaken) return { why: 'not-a-table', unreadable: mistaken, line: null }
  const decoded = decodeText(bytes)
  if (isUnreadable(decoded)) return decoded
  return readText(decoded, options)
}

const EMPTY = 'This file is empty. Check that the export finished, and bring it again.'
const HEADINGS_ONLY = 'This file has headings but nobody under them. Check what the export was asked for.'

async function readText(decoded: DecodedText, { name, onProgress }: ReadTableOptions): Promise<Table | Unreadable> {
  const { text, encoding } = decoded
  const declared = declaredSeparator(text)
  const separator = declared ?? detectSeparator(text)
  const rows = await parseRows(text, separator, onProgress)
  if (isUnreadable(rows)) return rows
  const headed = nameHeadings(name, declared ? rows.slice(1) : rows)
  if (!headed) return { why: 'empty', unreadable: EMPTY, line: null }
  if (headed.rows.length === 0) return { why: 'headings-only', unreadable: HEADINGS_ONLY, line: null }
  const { headings } = headed
  const problems = [...encodingDoubt(name, decoded), ...headed.problems, ...raggedRows(name, headings, headed.rows)]
  return { name, headings, rows: headed.rows, separator, encoding, problems }
}

/** Excel's own first line, 'sep=;', which says what separates the cells that follow. */
function declaredSeparator(text: string): Separator | null {
  const [, sign] = /^"?sep=(.)"?\s*[\r\n]/i.exec(text) ?? []
  return SEPARATORS.find((separator) => separator === sign) ?? null
}

function encodingDoubt(file: string, { encoding, sample }: DecodedText): readonly ImportProblem[] {
  if (encoding !== 'windows-1252') return []
  return [problem('old-encoding', { file, line: null, column: null }, { value: sample })]
}

function raggedRows(file: string, headings: readonly string[], rows: readonly TableRow[]): readonly ImportProblem[] {
  return rows.flatMap(({ line, cells }) => {
    const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    const rule = filled > headings.length ? 'too-many-cells' : cells.length < headings.length ? 'too-few-cells' : null
    if (!rule) return []
    const count = rule === 'too-many-cells' ? filled : cells.length
    return [problem(rule, { file, line, column: null }, { value: String(count), other: String(headings.length) })]
  })
}
