import { conclude } from '../people/conclude.js'
import { type Gathering, gathering } from '../people/gathering.js'
import type { ImportedRoster, ImportSetting } from '../people/import-setting.js'
import { type ImportProblem, problem } from '../problem.js'
import { type ImportedPerson, sourceKey } from '../roster.js'
import { isUnreadable, type Unreadable } from '../table/table.js'
import { type FilesByName, type OneRosterFolder, readFolder, recordsOf } from './folder.js'
import { linksOf } from './links.js'
import { type Manifest, readManifest } from './read-manifest.js'
import { readUsers } from './read-users.js'
import { chooseSchool } from './schools.js'
import { present } from '../present.js'

/** What reading a OneRoster set must know; whether it is whole, the set says itself. */
export interface OneRosterSetting extends Omit<ImportSetting, 'whole'> {
  /** The sourcedId of the school to read, where a set holds several. */
  readonly school?: string
}

/** Reads a OneRoster 1.1 or 1.2 CSV set (1EdTech), bulk or delta, into the same roster that other files give. */
export async function readOneRoster(
  files: FilesByName,
  setting: OneRosterSetting,
): Promise<ImportedRoster | Unreadable> {
  const folder = await readFolder(files)
  if (isUnreadable(folder)) return folder
  const manifest = readManifest(folder)
  if (isUnreadable(manifest)) return manifest
  const choice = chooseSchool(folder, setting.school)
  if (isUnreadable(choice)) return choice
  return readSet(folder, manifest, choice.school, setting)
}

function readSet(
  folder: OneRosterFolder,
  manifest: Manifest,
  school: string | null,
  oneRosterSetting: OneRosterSetting,
): ImportedRoster {
  const setting: ImportSetting = { ...oneRosterSetting, whole: manifest.mode('users') === 'bulk' }
  const problems: ImportProblem[] = [...folder.problems]
  const file = present(folder.tables.get('users')).name
  if (!manifest.given) problems.push(problem('no-manifest', { file, line: null, column: null }))
  const users = readUsers({ folder, school, problems, setting })
  const links = linksOf(folder, { system: setting.system, ...users })
  const linked = new Set(links.map(({ adult }) => sourceKey(adult)))
  // A set of several schools has the parents of all; those of no child here are none of this school's business.
  const ours = ({ kind, source }: ImportedPerson) =>
    school === null || kind !== 'parent' || linked.has(sourceKey(source))
  const gathered = gathering(problems)
  for (const person of users.read.filter(ours)) gathered.addPerson(person, 'sourcedId')
  for (const link of links) gathered.addLink(link)
  mentionDemographics(folder, users.people, gathered)
  if (!setting.whole) noteMovesOutside(folder, users.people, problems)
  return conclude(gathered, new Set(users.read.map(({ kind }) => kind)), problems, setting)
}

/** So that a wrong line of demographics.csv counts as being about somebody. */
function mentionDemographics(
  folder: OneRosterFolder,
  people: ReadonlyMap<string, ImportedPerson>,
  gathered: Gathering,
): void {
  const file = folder.tables.get('demographics')?.name ?? ''
  for (const record of recordsOf(folder, 'demographics')) {
    const person = people.get(record.get('sourcedId'))
    if (person) gathered.mention({ file, line: record.line }, sourceKey(person.source))
  }
}

/** A set of changes may move people between classes without describing them; half a record cannot be imported. */
function noteMovesOutside(
  folder: OneRosterFolder,
  people: ReadonlyMap<string, ImportedPerson>,
  problems: ImportProblem[],
): void {
  const moved = recordsOf(folder, 'enrollments').filter(
    (place) => place.get('role').toLowerCase() === 'student' && !people.has(place.get('userSourcedId')),
  )
  const first = moved[0]
  if (!first) return
  const place = { file: present(folder.tables.get('enrollments')).name, line: first.line, column: 'userSourcedId' }
  problems.push(problem('not-in-delta', place, { value: String(moved.length) }))
}
