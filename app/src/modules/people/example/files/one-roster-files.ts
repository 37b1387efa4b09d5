import { type CsvValue, writeCsv } from '../../import/write-csv.js'
import type { ExamplePerson } from '../example-person.js'
import type { ExampleSchool } from '../example-school.js'
import { grade, ORG } from './one-roster-words.js'
import { userRows } from './one-roster-users.js'

type Rows = readonly (readonly CsvValue[])[]

/** The columns with which every file of a set but the manifest begins; a whole (bulk) set leaves the last two blank. */
const HEAD = ['sourcedId', 'status', 'dateLastModified']
const head = (id: string): CsvValue[] => [id, null, null]

/** The example school as a whole OneRoster 1.1 CSV set: file name to content. Governors and others have no role there. */
export function oneRosterFiles(school: ExampleSchool): ReadonlyMap<string, string> {
  const pupils = school.people.filter(({ kind }) => kind === 'pupil')
  const files: Readonly<Record<string, Rows>> = {
    'manifest.csv': manifestRows(),
    'orgs.csv': [
      [...HEAD, 'name', 'type', 'identifier', 'parentSourcedId'],
      [...head(ORG), school.identity.name, 'school', null, null],
    ],
    'academicSessions.csv': sessionRows(school),
    'classes.csv': classRows(school),
    'enrollments.csv': enrolmentRows(pupils),
    'demographics.csv': [
      [...HEAD, 'birthDate', 'sex'],
      ...pupils.map(({ source, born }) => [...head(source.id), born ?? null, null]),
    ],
    'users.csv': userRows(school),
  }
  return new Map(Object.entries(files).map(([name, rows]) => [name, writeCsv(rows, { byteOrderMark: false })]))
}

function manifestRows(): Rows {
  const files = ['academicSessions', 'classes', 'demographics', 'enrollments', 'orgs', 'users']
  return [
    ['propertyName', 'value'],
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.1'],
    ...files.map((file) => [`file.${file}`, 'bulk']),
    ['source.systemCode', 'invented-mis'],
  ]
}

function sessionRows({ calendar }: ExampleSchool): Rows {
  return [
    [...HEAD, 'title', 'type', 'startDate', 'endDate', 'parentSourcedId', 'schoolYear'],
    ...calendar.terms.map(({ name, from, to }, place) => [
      ...head(`term-${place}`),
      name,
      'term',
      from,
      to,
      null,
      to.slice(0, 4),
    ]),
  ]
}

function classRows({ classes, calendar }: ExampleSchool): Rows {
  const terms = calendar.terms.map((_, place) => `term-${place}`).join(',')
  return [
    [...HEAD, 'title', 'grades', 'courseSourcedId', 'classCode', 'classType', 'schoolSourcedId', 'termSourcedIds'],
    ...classes.map(({ code, year }) => [
      ...head(`class-${code}`),
      code,
      grade(year),
      null,
      null,
      'homeroom',
      ORG,
      terms,
    ]),
  ]
}

function enrolmentRows(pupils: readonly ExamplePerson[]): Rows {
  return [
    [...HEAD, 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'],
    ...pupils.map(({ source, classCode }) => [
      ...head(`place-${source.id}`),
      `class-${classCode}`,
      ORG,
      source.id,
      'student',
      false,
      null,
      null,
    ]),
  ]
}
