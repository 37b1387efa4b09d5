import { type ImportProblem } from '../problem.js'
import { readTable } from '../table/read-table.js'
import { isUnreadable, type Table, type Unreadable } from '../table/table.js'

/** The files of a OneRoster set that say who is who; the others (courses, results, resources) are not looked at. */
export const ONEROSTER_FILES = [
  'manifest',
  'orgs',
  'users',
  'roles',
  'classes',
  'enrollments',
  'demographics',
  'academicsessions',
] as const
/** One of `ONEROSTER_FILES`, without '.csv' and in small letters. */
export type OneRosterFile = (typeof ONEROSTER_FILES)[number]

/** Files as they came, by name; folders before a name and capital letters in it do not matter. */
export type FilesByName = ReadonlyMap<string, Uint8Array>

/** The tables of a set; a file that is absent or has no rows is not there. */
export interface OneRosterFolder {
  readonly tables: ReadonlyMap<OneRosterFile, Table>
  /** What was odd about the tables as such. */
  readonly problems: readonly ImportProblem[]
}

/** Reads the files of a set. A file with headings only is an empty one: a set of changes may well have none of a sort. */
export async function readFolder(files: FilesByName): Promise<OneRosterFolder | Unreadable> {
  const tables = new Map<OneRosterFile, Table>()
  for (const [path, bytes] of files) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const file = ONEROSTER_FILES.find((each) => `${each}.csv` === name.toLowerCase())
    if (!file) continue
    const table = await readTable(bytes, { name })
    if (!isUnreadable(table)) tables.set(file, table)
    else if (table.why !== 'headings-only') return { ...table, unreadable: `${name}: ${table.unreadable}` }
  }
  if (!tables.has('users')) return { why: 'not-oneroster', unreadable: NO_USERS, line: null }
  return { tables, problems: [...tables.values()].flatMap((table) => table.problems) }
}

const NO_USERS =
  'There is no users.csv with anybody in it among these files, so this is not a OneRoster set. Bring all the files of the set together, unpacked.'

/** One line of a table by the names of its columns; '' for a column that is blank or not there. */
export interface OneRosterRecord {
  readonly line: number
  get(column: string): string
}

/** The lines of one of the set's files; none when it is absent. Column names are exact in OneRoster but for capital letters. */
export function recordsOf({ tables }: OneRosterFolder, file: OneRosterFile): readonly OneRosterRecord[] {
  const table = tables.get(file)
  if (!table) return []
  const places = new Map(table.headings.map((heading, place) => [heading.toLowerCase(), place]))
  return table.rows.map(({ line, cells }) => ({
    line,
    get: (column) => (cells[places.get(column.toLowerCase()) ?? -1] ?? '').trim(),
  }))
}

/** A list in one cell: '"a,b"'. */
export function listOf(cell: string): readonly string[] {
  return cell
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
}
