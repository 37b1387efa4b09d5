import { MOST_CONTACTS } from '../mapping/fields.js'
import { type ImportProblem, problem } from '../problem.js'
import { type ImportedPerson, type PersonKind, sourceKey } from '../roster.js'
import { conclude } from './conclude.js'
import { type ChildFinder, childFinder } from './find-child.js'
import { type Gathering, gathering, lineInWords } from './gathering.js'
import type { ImportedRoster, ImportFile, ImportSetting } from './import-setting.js'
import { type ContactPrefix, readContact } from './read-contact.js'
import { type Line, readLines } from './read-line.js'
import { readPerson } from './read-person.js'

/** What the steps of one reading share. */
interface Run {
  readonly setting: ImportSetting
  readonly problems: ImportProblem[]
  readonly gathered: Gathering
  readonly kinds: Set<PersonKind>
}

/**
 * Reads the people of a set of files and who answers for whom. Files with pupils are read before files with contacts, whatever
 * their order, because contacts refer to pupils. Lines with anything wrong are withheld; their problems say why.
 */
export function readPeople(files: readonly ImportFile[], setting: ImportSetting): ImportedRoster {
  const problems: ImportProblem[] = files.flatMap(({ table }) => table.problems)
  const run: Run = { setting, problems, gathered: gathering(problems), kinds: new Set() }
  const ofContacts = (file: ImportFile) => file.mapping.kind === 'parent'
  for (const file of files.filter((each) => !ofContacts(each))) readPersonFile(file, run)
  const findChild = childFinder(run.gathered.people, setting)
  for (const file of files.filter(ofContacts)) readContactFile(file, findChild, run)
  return conclude(run.gathered, run.kinds, problems, setting)
}

function readPersonFile(file: ImportFile, run: Run): void {
  const prefixes = contactPrefixes(file)
  if (file.mapping.kind) run.kinds.add(file.mapping.kind)
  if (prefixes.length > 0) run.kinds.add('parent')
  for (const line of readLines(file, run.setting, run.problems)) {
    const person = readPerson(line, file.mapping.kind, run.setting.system)
    if (person) takePerson(line, person, prefixes, run)
  }
}

function takePerson(line: Line, person: ImportedPerson, prefixes: readonly ContactPrefix[], run: Run): void {
  const { gathered, kinds, setting, problems } = run
  kinds.add(person.kind)
  const key = sourceKey(person.source)
  const before = gathered.people.get(key)
  const taken = gathered.addPerson(person, line.heading('id'))
  const ownContacts = person.kind === 'pupil' ? prefixes : []
  const contacts = ownContacts.flatMap((prefix) => readContact(line, prefix, key, setting.system) ?? [])
  if (before && taken === 'again' && contacts.length === 0) {
    problems.push(problem('line-twice', { ...line.at, column: null }, { other: lineInWords(before.at, line.at) }))
  }
  for (const { adult, link } of contacts) {
    gathered.addPerson(adult, null)
    gathered.addLink({ ...link, child: person.source })
  }
}

function readContactFile(file: ImportFile, findChild: ChildFinder, run: Run): void {
  run.kinds.add('parent')
  for (const line of readLines(file, run.setting, run.problems)) {
    const child = findChild(line)
    const contact = readContact(line, '', child ? sourceKey(child) : '', run.setting.system)
    if (!contact) continue
    run.gathered.addPerson(contact.adult, line.heading('id'))
    if (child) run.gathered.addLink({ ...contact.link, child })
  }
}

function contactPrefixes({ mapping }: ImportFile): readonly ContactPrefix[] {
  const fields = Object.values(mapping.columns)
  const all = Array.from({ length: MOST_CONTACTS }, (_, place) => `contact-${place + 1}-` as const)
  return all.filter((prefix) => fields.some((field) => field.startsWith(prefix)))
}
