import type { Unreadable } from '../table/table.js'
import { type OneRosterFolder, recordsOf } from './folder.js'

/** A school of a set, which a trust's or an authority's export may hold several of. */
export interface OneRosterSchool {
  readonly sourcedId: string
  readonly name: string
}

/** The schools that a set speaks of. */
export function schoolsOf(folder: OneRosterFolder): readonly OneRosterSchool[] {
  return recordsOf(folder, 'orgs')
    .filter((org) => org.get('type').toLowerCase() === 'school' && org.get('status').toLowerCase() !== 'tobedeleted')
    .map((org) => ({ sourcedId: org.get('sourcedId'), name: org.get('name') }))
}

/**
 * Which school's people to read: null for everybody, when there is at most one school. Taking everybody of a trust into one
 * school would show teachers the children of another, so with several schools the person must choose.
 */
export function chooseSchool(
  folder: OneRosterFolder,
  chosen: string | undefined,
): { readonly school: string | null } | Unreadable {
  const schools = schoolsOf(folder)
  if (chosen !== undefined && schools.some(({ sourcedId }) => sourcedId === chosen)) return { school: chosen }
  if (schools.length <= 1 && chosen === undefined) return { school: null }
  const names = schools.map(({ name }) => name).join(', ')
  const unreadable =
    chosen === undefined
      ? `This set holds ${schools.length} schools: ${names}. Choose one.`
      : `The school that was chosen is not in this set, which holds ${names || 'no school'}. Choose again.`
  return { why: 'not-oneroster', unreadable, line: null }
}
