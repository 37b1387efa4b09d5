import type { PersonKind } from '../roster.js'
import type { Field } from './fields.js'
import { CHILD_HEADINGS, CONTACT_HEADINGS, PERSON_HEADINGS, UNNEEDED } from './headings.js'
import type { Mapping } from './mapping.js'
import { guessKind, type SortedHeading, sortHeading, type Subject } from './sort-headings.js'

/** A first mapping for a person to look over. */
export interface SuggestedMapping {
  readonly mapping: Mapping
  /** Columns that nothing is known about; they are not read unless somebody says what they hold. */
  readonly unknown: readonly string[]
  /** Columns that are known and not needed, such as religion, or a second id: not read, and not asked about. */
  readonly unneeded: readonly string[]
}

/** Every heading that some field goes by; such a column that is left over says again what another one says. */
const KNOWN = new Set(
  [PERSON_HEADINGS, CONTACT_HEADINGS, CHILD_HEADINGS].flatMap((table) => Object.values(table).flat()),
)

/** Suggests what the columns of a file mean. Tell it the `kind` where the person has said whom the file is about. */
export function suggestMapping(headings: readonly string[], kind?: PersonKind | null): SuggestedMapping {
  const sorted = headings.map(sortHeading)
  const about = kind === undefined ? guessKind(sorted) : kind
  const columns = about === 'parent' ? contactsFile(sorted) : personsFile(sorted, about)
  const unread = sorted.filter(({ heading }) => !columns.has(heading))
  const unneeded = unread.filter(({ rest }) => UNNEEDED.test(rest) || KNOWN.has(rest)).map(({ heading }) => heading)
  const unknown = unread.map(({ heading }) => heading).filter((heading) => !unneeded.includes(heading))
  return { mapping: { kind: about, columns: Object.fromEntries(columns) }, unknown, unneeded }
}

/** A map and not an object while it grows: a heading may well be 'constructor'. */
type Columns = Map<string, Field>
/** Fields with the headings they come under, surest first. */
type HeadingTable = Readonly<Record<string, readonly string[]>>

function personsFile(sorted: readonly SortedHeading[], kind: PersonKind | null): Columns {
  const own: Subject = kind === 'staff' ? 'staff' : 'pupil'
  const columns: Columns = new Map()
  take(columns, PERSON_HEADINGS, '', of(sorted, 'line', own))
  const contacts = kind === 'staff' ? [] : of(sorted, 'contact')
  for (const number of new Set(contacts.map((contact) => contact.number))) {
    take(
      columns,
      CONTACT_HEADINGS,
      `contact-${number}-`,
      contacts.filter((contact) => contact.number === number),
    )
  }
  // A report of one line per pupil and contact leaves 'Contact' off some headings: what no pupil has belongs to the contact.
  if (contacts.length > 0) takeLooseContactColumns(columns, sorted)
  return columns
}

function takeLooseContactColumns(columns: Columns, sorted: readonly SortedHeading[]): void {
  const { relationship, responsibility, priority } = CONTACT_HEADINGS
  take(columns, { relationship, responsibility, priority }, 'contact-1-', of(sorted, 'line'))
}

function contactsFile(sorted: readonly SortedHeading[]): Columns {
  const columns: Columns = new Map()
  take(columns, CHILD_HEADINGS, '', of(sorted, 'pupil'))
  take(columns, CONTACT_HEADINGS, '', [...of(sorted, 'contact'), ...of(sorted, 'line')])
  if (![...columns.values()].includes('child-upn'))
    take(columns, { 'child-upn': CHILD_HEADINGS['child-upn'] }, '', of(sorted, 'line'))
  return columns
}

function of(sorted: readonly SortedHeading[], ...subjects: readonly Subject[]): readonly SortedHeading[] {
  return sorted.filter(({ subject }) => subjects.includes(subject))
}

/** Gives each field the first free column under its surest heading, each column once. */
function take(columns: Columns, table: HeadingTable, prefix: string, candidates: readonly SortedHeading[]): void {
  for (const [field, headings] of Object.entries(table)) {
    const name = `${prefix}${field}` as Field
    if ([...columns.values()].includes(name)) continue
    const found = headings
      .map((plain) => candidates.find(({ heading, rest }) => rest === plain && !columns.has(heading)))
      .find((candidate) => candidate !== undefined)
    if (found) columns.set(found.heading, name)
  }
}
