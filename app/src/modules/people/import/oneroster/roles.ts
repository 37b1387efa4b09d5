import type { PersonKind, Relationship } from '../roster.js'
import { listOf, type OneRosterFolder, recordsOf } from './folder.js'

/** Roles of OneRoster 1.1 (users.csv) and 1.2 (roles.csv), and what each is to a primary school. */
const ROLES: Readonly<
  Record<string, { readonly kind: PersonKind; readonly job?: string; readonly relationship?: Relationship }>
> = {
  student: { kind: 'pupil' },
  teacher: { kind: 'staff', job: 'Teacher' },
  aide: { kind: 'staff', job: 'Teaching assistant' },
  principal: { kind: 'staff', job: 'Headteacher' },
  counselor: { kind: 'staff', job: 'Counsellor' },
  administrator: { kind: 'staff' },
  proctor: { kind: 'staff' },
  siteadministrator: { kind: 'staff' },
  systemadministrator: { kind: 'staff' },
  districtadministrator: { kind: 'staff' },
  parent: { kind: 'parent', relationship: 'parent' },
  guardian: { kind: 'parent', relationship: 'guardian' },
  relative: { kind: 'parent', relationship: 'relative' },
}

/** What a role's name means, or null when OneRoster has no such role. */
export function roleOf(name: string): (typeof ROLES)[string] | null {
  const plain = name.toLowerCase()
  return (Object.hasOwn(ROLES, plain) ? ROLES[plain] : null) ?? null
}

/** What somebody is, where, and since when. Dates are as in the file. */
export interface UserRole {
  readonly role: string
  readonly orgs: readonly string[]
  readonly begin: string
  readonly end: string
}

/** The role that counts for each user: in 1.1 the one of users.csv, in 1.2 the primary one of roles.csv, else the first. */
export function userRoles(folder: OneRosterFolder): ReadonlyMap<string, UserRole> {
  if (!folder.tables.has('roles')) {
    const users = recordsOf(folder, 'users')
    return new Map(
      users.map((user) => [
        user.get('sourcedId'),
        { role: user.get('role'), orgs: listOf(user.get('orgSourcedIds')), begin: '', end: '' },
      ]),
    )
  }
  const records = recordsOf(folder, 'roles').filter((record) => record.get('status').toLowerCase() !== 'tobedeleted')
  const primaryLast = records.toSorted((a, b) => rank(b.get('roleType')) - rank(a.get('roleType')))
  const roles = new Map<string, UserRole>()
  for (const record of primaryLast) {
    const user = record.get('userSourcedId')
    const orgs = [...(roles.get(user)?.orgs ?? []), record.get('orgSourcedId')]
    roles.set(user, { role: record.get('role'), orgs, begin: record.get('beginDate'), end: record.get('endDate') })
  }
  return roles
}

function rank(roleType: string): number {
  return roleType.toLowerCase() === 'primary' ? 0 : 1
}
