import { type CsvValue, writeCsv } from '../../import/write-csv.js'
import type { ExamplePerson } from '../example-person.js'
import type { ExampleSchool } from '../example-school.js'

const ORG = 'school-1'
const SYSTEM = 'invented-mis'

/** The example school as a whole OneRoster 1.1 CSV set: file name to content. Governors and others have no role there. */
export function oneRosterFiles(school: ExampleSchool): ReadonlyMap<string, string> {
  const people = school.people.filter(({ kind }) => kind === 'pupil' || kind === 'parent' || kind === 'staff')
  const pupils = people.filter(({ kind }) => kind === 'pupil')
  const agents = Map.groupBy(school.responsibilities, ({ child }) => child.id)
  const agentsOf = (person: ExamplePerson) =>
    (agents.get(person.source.id) ?? []).map(({ adult }) => adult.id).join(',')
  const terms = school.calendar.terms
  const files: Record<string, readonly (readonly CsvValue[])[]> = {
    'manifest.csv': manifestRows(),
    'orgs.csv': [
      ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'],
      [ORG, null, null, school.identity.name, 'school', null, null],
    ],
    'academicSessions.csv': [
      [
        'sourcedId',
        'status',
        'dateLastModified',
        'title',
        'type',
        'startDate',
        'endDate',
        'parentSourcedId',
        'schoolYear',
      ],
      ...terms.map(({ name, from, to }, place) => [
        `term-${place}`,
        null,
        null,
        name,
        'term',
        from,
        to,
        null,
        to.slice(0, 4),
      ]),
    ],
    'classes.csv': [
      [
        'sourcedId',
        'status',
        'dateLastModified',
        'title',
        'grades',
        'courseSourcedId',
        'classCode',
        'classType',
        'location',
        'schoolSourcedId',
        'termSourcedIds',
        'subjects',
        'subjectCodes',
        'periods',
      ],
      ...school.classes.map(({ code, year }) => [
        `class-${code}`,
        null,
        null,
        code,
        grade(year),
        null,
        null,
        'homeroom',
        null,
        ORG,
        terms.map((_, place) => `term-${place}`).join(','),
        null,
        null,
        null,
      ]),
    ],
    'enrollments.csv': [
      [
        'sourcedId',
        'status',
        'dateLastModified',
        'classSourcedId',
        'schoolSourcedId',
        'userSourcedId',
        'role',
        'primary',
        'beginDate',
        'endDate',
      ],
      ...pupils.map(({ source, classCode }) => [
        `place-${source.id}`,
        null,
        null,
        `class-${classCode}`,
        ORG,
        source.id,
        'student',
        false,
        null,
        null,
      ]),
    ],
    'demographics.csv': [
      ['sourcedId', 'status', 'dateLastModified', 'birthDate', 'sex'],
      ...pupils.map(({ source, born }) => [source.id, null, null, born ?? null, null]),
    ],
    'users.csv': [USER_HEADINGS, ...people.map((person) => userRow(person, agentsOf(person)))],
  }
  return new Map(Object.entries(files).map(([name, rows]) => [name, writeCsv(rows, { byteOrderMark: false })]))
}

function manifestRows(): readonly (readonly CsvValue[])[] {
  const files = ['academicSessions', 'classes', 'demographics', 'enrollments', 'orgs', 'users']
  return [
    ['propertyName', 'value'],
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.1'],
    ...files.map((file) => [`file.${file}`, 'bulk']),
    ['source.systemCode', SYSTEM],
  ]
}

const USER_HEADINGS = [
  'sourcedId',
  'status',
  'dateLastModified',
  'enabledUser',
  'orgSourcedIds',
  'role',
  'username',
  'userIds',
  'givenName',
  'familyName',
  'middleName',
  'identifier',
  'email',
  'sms',
  'phone',
  'agentSourcedIds',
  'grades',
  'password',
]

function userRow(person: ExamplePerson, agents: string): readonly CsvValue[] {
  const { source, kind, username, given, family, upn, email, phone, year } = person
  return [
    source.id,
    null,
    null,
    'true',
    ORG,
    roleOf(person),
    username ?? null,
    null,
    given,
    family,
    null,
    upn ?? null,
    email ?? null,
    null,
    phone ?? null,
    agents,
    kind === 'pupil' ? grade(year ?? null) : null,
    null,
  ]
}

function roleOf({ kind, jobTitle }: ExamplePerson): string {
  if (kind === 'pupil') return 'student'
  if (kind === 'parent') return 'parent'
  if (jobTitle?.startsWith('Class teacher')) return 'teacher'
  return jobTitle?.includes('assistant') ? 'aide' : 'administrator'
}

/** OneRoster's grades are two figures, with KG for the year before the first. */
function grade(year: ExamplePerson['year']): string | null {
  if (!year) return null
  return year === 'R' ? 'KG' : year.padStart(2, '0')
}
