import { type ImportedPerson, type ImportedResponsibility, type SourceId, sourceKey } from '../roster.js'
import { listOf, type OneRosterFolder, recordsOf } from './folder.js'
import { roleOf, type UserRole } from './roles.js'
import { present } from '../present.js'

/** The people of a set by their sourcedId, with what they are. */
export interface KnownUsers {
  readonly system: string
  readonly people: ReadonlyMap<string, ImportedPerson>
  readonly roles: ReadonlyMap<string, UserRole>
}

/**
 * Who answers for whom: `agentSourcedIds` names a pupil's adults on the pupil's line, an adult's pupils on the adult's, and many
 * systems fill in one side only. OneRoster knows nothing of parental responsibility, so it stays not known. People outside a set
 * of changes are taken to be what the other end makes of them.
 */
export function linksOf(folder: OneRosterFolder, users: KnownUsers): readonly ImportedResponsibility[] {
  const file = present(folder.tables.get('users')).name
  const links = new Map<string, ImportedResponsibility>()
  for (const record of recordsOf(folder, 'users')) {
    const self = record.get('sourcedId')
    const person = users.people.get(self)
    if (!person) continue
    for (const agent of listOf(record.get('agentSourcedIds'))) {
      const [childId, adultId] = person.kind === 'pupil' ? [self, agent] : [agent, self]
      const [child, adult] = [sourceOf(childId, 'pupil', users), sourceOf(adultId, 'parent', users)]
      const key = `${sourceKey(child)}\u0000${sourceKey(adult)}`
      if (!links.has(key)) links.set(key, link(child, adult, { file, line: record.line }, users.roles.get(adultId)))
    }
  }
  return [...links.values()]
}

function sourceOf(id: string, kind: 'pupil' | 'parent', { people, system }: KnownUsers): SourceId {
  return people.get(id)?.source ?? { system, id: `${kind}/${id}` }
}

function link(
  child: SourceId,
  adult: SourceId,
  at: ImportedResponsibility['at'],
  role: UserRole | undefined,
): ImportedResponsibility {
  const relationship = roleOf(role?.role ?? '')?.relationship ?? null
  return { child, adult, at, relationship, parentalResponsibility: null, priority: null, contactable: null }
}
