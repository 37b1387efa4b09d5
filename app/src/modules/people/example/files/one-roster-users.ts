import type { CsvValue } from '../../import/write-csv.js'
import type { ExamplePerson } from '../example-person.js'
import type { ExampleSchool } from '../example-school.js'
import { grade, ORG } from './one-roster-words.js'

const HEADINGS = [
  'sourcedId',
  'status',
  'dateLastModified',
  'enabledUser',
  'orgSourcedIds',
  'role',
  'username',
  'givenName',
  'familyName',
  'identifier',
  'email',
  'phone',
  'agentSourcedIds',
  'grades',
]

/** The lines of users.csv: pupils with their adults, parents, and staff. */
export function userRows({ people, responsibilities }: ExampleSchool): readonly (readonly CsvValue[])[] {
  const users = people.filter(({ kind }) => kind === 'pupil' || kind === 'parent' || kind === 'staff')
  const agents = Map.groupBy(responsibilities, ({ child }) => child.id)
  return [
    HEADINGS,
    ...users.map((user) => userRow(user, (agents.get(user.source.id) ?? []).map(({ adult }) => adult.id).join(','))),
  ]
}

function userRow(user: ExamplePerson, agents: string): readonly CsvValue[] {
  const { source, username = null, given, family, upn = null, email = null, phone = null } = user
  const account = ['true', ORG, roleOf(user), username]
  return [source.id, null, null, ...account, given, family, upn, email, phone, agents, grade(user.year)]
}

function roleOf({ kind, jobTitle }: ExamplePerson): string {
  if (kind === 'pupil') return 'student'
  if (kind === 'parent') return 'parent'
  if (jobTitle?.startsWith('Class teacher')) return 'teacher'
  return jobTitle?.includes('assistant') ? 'aide' : 'administrator'
}
