import type { PersonKind } from '../roster.js'
import { CHILD_HEADINGS, CONTACT_HEADINGS, PERSON_HEADINGS, plainHeading } from './headings.js'

/** Whom a column is about, as far as its heading says: 'Pupil UPN', 'Contact 2 Surname', 'Staff Code'; `line` when it does not. */
export type Subject = 'line' | 'pupil' | 'staff' | 'contact'

/** A column's heading taken apart. */
export interface SortedHeading {
  readonly heading: string
  readonly subject: Subject
  /** Which contact, 1 when the heading gives no number. */
  readonly number: number
  /** The rest of the heading in plain form. */
  readonly rest: string
}

const CONTACT =
  '(?:priority )?(?:contact|parent carer|parent guardian|parent|guardian|carer|next of kin|emergency contact|primary contact)'
const CONTACT_FIRST = new RegExp(`^${CONTACT} ?([1-9])?(?: (.+))?$`)
const CONTACT_LAST = new RegExp(`^(.+) ${CONTACT} ([1-9])$`)
const PUPIL = /^(?:student|pupil|learner|child) (.+)$/
const STAFF = /^(?:staff|employee|teacher) (?!code$|id$|role$|number$)(.+)$/

/** Takes a heading apart into whom it is about and what it says of them. */
export function sortHeading(heading: string): SortedHeading {
  const plain = plainHeading(heading)
  const first = CONTACT_FIRST.exec(plain)
  if (first) return { heading, subject: 'contact', number: Number(first[1] ?? 1), rest: first[2] ?? '' }
  const last = CONTACT_LAST.exec(plain)
  if (last) return { heading, subject: 'contact', number: Number(last[2]), rest: last[1] ?? '' }
  const pupil = PUPIL.exec(plain)
  if (pupil) return { heading, subject: 'pupil', number: 1, rest: pupil[1] ?? '' }
  const staff = STAFF.exec(plain)
  if (staff) return { heading, subject: 'staff', number: 1, rest: staff[1] ?? '' }
  return { heading, subject: 'line', number: 1, rest: plain }
}

const NAMES = [...PERSON_HEADINGS.given, ...PERSON_HEADINGS.family, ...PERSON_HEADINGS['full-name']]
const OF_STAFF = ['job-title', 'username'] as const
const ABOUT_PUPILS = ['born', 'year', 'class'] as const
const OF_PUPILS_ONLY = ['upn', 'year'] as const
const STAFF_IDS = [
  'staff code',
  'staff id',
  'employee id',
  'employee number',
  'payroll number',
  'contract type',
  'line manager',
]

/** Whom a file with such headings is about; null when a column says it line by line. */
export function guessKind(sorted: readonly SortedHeading[]): PersonKind | null {
  const has: Has = (subject, rests) =>
    sorted.some((heading) => heading.subject === subject && rests.includes(heading.rest))
  if (has('line', PERSON_HEADINGS.kind)) return null
  return has('line', NAMES) ? kindOfNamed(has) : kindOfPrefixed(has)
}

/** Whether some column is about a subject and has one of the headings. */
type Has = (subject: Subject, rests: readonly string[]) => boolean

/** The kind where every name stands under a heading that says whose it is: 'Guardian surname', 'Student surname'. */
function kindOfPrefixed(has: Has): PersonKind {
  // A list of contacts names the children too, but says no more of them than who they are.
  if (has('contact', NAMES) && !ABOUT_PUPILS.some((field) => has('pupil', PERSON_HEADINGS[field]))) return 'parent'
  return has('staff', NAMES) ? 'staff' : 'pupil'
}

/** The kind where a name stands under a plain heading: 'Surname'. */
function kindOfNamed(has: Has): PersonKind {
  const namesChild = has('pupil', [...CHILD_HEADINGS['child-id'], ...CHILD_HEADINGS['child-upn'], ...NAMES])
  if (namesChild && has('line', [...CONTACT_HEADINGS.relationship, ...CONTACT_HEADINGS.responsibility])) return 'parent'
  if (OF_PUPILS_ONLY.some((field) => has('line', PERSON_HEADINGS[field]))) return 'pupil'
  const staffed = has('line', STAFF_IDS) || OF_STAFF.some((field) => has('line', PERSON_HEADINGS[field]))
  return staffed ? 'staff' : 'pupil'
}
