import { Temporal } from 'temporal-polyfill'
import type { Field } from '../mapping/fields.js'
import type { ImportFile, ImportSetting } from '../people/import-setting.js'
import { parseDate } from '../people/parse-date.js'
import { readBorn } from '../people/read-fields.js'
import { type Line, readLines } from '../people/read-line.js'
import { readPerson } from '../people/read-person.js'
import { present } from '../present.js'
import type { ImportProblem } from '../problem.js'
import type { ImportedPerson, IsoDate } from '../roster.js'
import type { Table } from '../table/table.js'
import { type ClassFinder, classFinder } from './class-of-pupil.js'
import { type OneRosterFolder, type OneRosterRecord, recordsOf } from './folder.js'
import { roleOf, type UserRole, userRoles } from './roles.js'

/** What the users of a set are read from and into. */
export interface UsersReading {
  readonly folder: OneRosterFolder
  /** The sourcedId of the school whose people are wanted, or null for everybody. */
  readonly school: string | null
  readonly problems: ImportProblem[]
  readonly setting: ImportSetting
}

/** The users of a set as people. */
export interface ReadUsers {
  /** As they came, repetitions included. */
  readonly read: readonly ImportedPerson[]
  readonly people: ReadonlyMap<string, ImportedPerson>
  readonly roles: ReadonlyMap<string, UserRole>
}

const USER_COLUMNS: Readonly<Record<string, Field>> = {
  sourcedid: 'id',
  givenname: 'given',
  familyname: 'family',
  preferredgivenname: 'preferred-given',
  preferredfamilyname: 'preferred-family',
  email: 'email',
  username: 'username',
  phone: 'phone',
  grades: 'year',
}

/** Reads users.csv with what roles, demographics, classes and enrolments add to it. */
export function readUsers({ folder, school, problems, setting }: UsersReading): ReadUsers {
  const roles = userRoles(folder)
  const details = { born: birthDates(folder, setting, problems), classOf: classFinder(folder, setting.today) }
  const records = recordsOf(folder, 'users')
  const lines = readLines(asFile(present(folder.tables.get('users')), USER_COLUMNS), setting, problems)
  const read = [...lines].flatMap((line, place) => {
    const record = present(records[place])
    const role = roles.get(record.get('sourcedId'))
    if (!belongs(role, school)) return []
    const person = readUser(line, record, { role, ...details }, setting)
    return person ? [{ id: record.get('sourcedId'), person }] : []
  })
  return { read: read.map(({ person }) => person), people: new Map(read.map(({ id, person }) => [id, person])), roles }
}

/** Parents may belong to no school in a set; whether they are ours, their children say. */
function belongs(role: UserRole | undefined, school: string | null): boolean {
  if (school === null || role === undefined || role.orgs.includes(school)) return true
  return roleOf(role.role)?.kind === 'parent'
}

interface UserDetails {
  readonly role: UserRole | undefined
  readonly born: ReadonlyMap<string, IsoDate>
  readonly classOf: ClassFinder
}

function readUser(
  line: Line,
  record: OneRosterRecord,
  { role, born, classOf }: UserDetails,
  setting: ImportSetting,
): ImportedPerson | null {
  const known = roleOf(role?.role ?? '')
  if (!known) {
    line.note('unknown-role', null, { value: role?.role || 'Blank' })
    return null
  }
  const person = readPerson(line, known.kind, setting.system)
  if (!person) return null
  const id = record.get('sourcedId')
  const classCode = known.kind === 'pupil' ? classOf(id) : undefined
  return {
    ...person,
    ...birthOf(id, born),
    ...(classCode === undefined ? {} : { classCode }),
    ...(known.job ? { jobTitle: known.job } : {}),
    ...datesOf(record, role, setting.today),
  }
}

function birthOf(id: string, born: ReadonlyMap<string, IsoDate>): Pick<ImportedPerson, 'born'> {
  const date = born.get(id)
  return date ? { born: date } : {}
}

/** A record taken back on a day was last true the day before. */
function datesOf(
  record: OneRosterRecord,
  role: UserRole | undefined,
  today: IsoDate,
): Pick<ImportedPerson, 'start' | 'end'> {
  const [start, end] = [isoDay(role?.begin), isoDay(role?.end)]
  const given = { ...(start ? { start } : {}), ...(end ? { end } : {}) }
  if (record.get('status').toLowerCase() !== 'tobedeleted') return given
  const changed = isoDay(record.get('dateLastModified')) ?? today
  const last = Temporal.PlainDate.from(changed < today ? changed : today).subtract({ days: 1 })
  return { ...given, end: last.toString() }
}

/** The day of a date or date-time of OneRoster (ISO 8601), or null when blank or impossible. */
function isoDay(text = ''): IsoDate | null {
  return text === '' ? null : parseDate(text.slice(0, 10), 'day-first', '2000-01-01').date
}

function birthDates(
  folder: OneRosterFolder,
  setting: ImportSetting,
  problems: ImportProblem[],
): ReadonlyMap<string, IsoDate> {
  const table = folder.tables.get('demographics')
  if (!table) return new Map()
  const lines = readLines(asFile(table, { sourcedid: 'id', birthdate: 'born' }), setting, problems)
  return new Map(
    [...lines].flatMap((line): [string, IsoDate][] => {
      const born = readBorn(line, 'born')
      return born ? [[line.text('id'), born]] : []
    }),
  )
}

/** A table with its columns named as in any other import; OneRoster's own names differ in capitals only. */
function asFile(table: Table, columns: Readonly<Record<string, Field>>): ImportFile {
  const named = table.headings.flatMap((heading): [string, Field][] => {
    const field = columns[heading.toLowerCase()]
    return field ? [[heading, field]] : []
  })
  return { table, mapping: { kind: null, columns: Object.fromEntries(named) } }
}
