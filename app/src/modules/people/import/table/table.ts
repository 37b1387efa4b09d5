import type { ImportProblem } from '../problem.js'

/** What may stand between cells. */
export const SEPARATORS = [',', ';', '\t'] as const
/** One of `SEPARATORS`. */
export type Separator = (typeof SEPARATORS)[number]

/** How a file's bytes stand for letters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** One line of a table under its headings. */
export interface TableRow {
  /** The line of the file on which the row begins, counted from 1; a row may run over several. */
  readonly line: number
  /** As in the file; may be shorter than the headings, never longer in anything but blanks, unless a problem says so. */
  readonly cells: readonly string[]
}

/** A file of comma-separated values as read, before anybody asks what its columns mean. */
export interface Table {
  /** The file's name, for its problems' places. */
  readonly name: string
  /** No two alike: a second 'Surname' becomes 'Surname (2)', and a blank one 'Column 7'. */
  readonly headings: readonly string[]
  /** Rows with anything in them, in order. */
  readonly rows: readonly TableRow[]
  readonly separator: Separator
  readonly encoding: Encoding
  readonly problems: readonly ImportProblem[]
}

/** A file that cannot be read at all, and what to do about it. */
export interface Unreadable {
  readonly why:
    'not-a-table' | 'too-large' | 'quote-marks' | 'endless-line' | 'empty' | 'headings-only' | 'not-oneroster'
  /** A sentence or two for the person who brought the file. */
  readonly unreadable: string
  /** The line at which reading stopped, counted from 1; null when it is not about one line. */
  readonly line: number | null
}

/** Whether reading came to nothing. */
export function isUnreadable(reading: object | Unreadable): reading is Unreadable {
  return 'unreadable' in reading
}
