import { stringify } from 'csv-stringify/sync'

/** What a cell can hold; dates are given as text. */
export type CsvValue = string | number | boolean | null

/** How a file is written beyond the usual. */
export interface CsvOptions {
  /** Off for OneRoster and other files that programs read; on for files that people open in a spreadsheet. */
  readonly byteOrderMark?: boolean
}

/**
 * Rows as CSV (RFC 4180: commas, CRLF). A text that a spreadsheet would run as a formula gets an apostrophe before it, which
 * spreadsheets show as the plain text (OWASP, CSV injection); numbers are left alone. This is the only place where that is
 * done: what is stored stays as it was written. Without a byte order mark Excel would read 'Zoë' as 'ZoÃ«'.
 */
export function writeCsv(rows: readonly (readonly CsvValue[])[], { byteOrderMark = true }: CsvOptions = {}): string {
  return stringify(
    rows.map((row) => row.map(safe)),
    {
      record_delimiter: 'windows',
      quote_record_delimiter: true,
      bom: byteOrderMark,
      cast: { boolean: (value) => (value ? 'Yes' : 'No') },
    },
  )
}

/** Blanks and unseen characters may stand before the sign; full-width signs are formulas too. */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r]/u
const TELEPHONE = /^\+[\d\s()]+$/

/** csv-stringify's own `escape_formulas` looks at the first character only, and would spoil telephone numbers. */
function safe(value: CsvValue): CsvValue {
  return typeof value === 'string' && RUNS.test(value) && !TELEPHONE.test(value) ? `'${value}` : value
}
