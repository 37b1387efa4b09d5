import type { PersonKind } from '../roster.js'

/** What a column can hold about the person of its line. */
export const PERSON_FIELDS = {
  id: 'Id in the school’s system',
  kind: 'Kind of person',
  'full-name': 'Full name',
  given: 'Legal first name',
  family: 'Legal surname',
  'preferred-given': 'First name used in school',
  'preferred-family': 'Surname used in school',
  born: 'Date of birth',
  year: 'Year',
  class: 'Class',
  upn: 'Unique pupil number',
  email: 'E-mail address',
  username: 'User name',
  'job-title': 'Job',
  start: 'First day here',
  end: 'Last day here',
  sen: 'Special educational needs',
  'in-care': 'In care',
  'english-additional': 'English as an additional language',
  'young-carer': 'Young carer',
} as const

/** What a column can hold about a contact of the pupil of its line, or about the contact who has the line. */
export const CONTACT_FIELDS = {
  id: 'Id in the school’s system',
  'full-name': 'Full name',
  given: 'First name',
  family: 'Surname',
  email: 'E-mail address',
  phone: 'Telephone',
  relationship: 'Relationship to the child',
  responsibility: 'Has parental responsibility',
  priority: 'Order in which to call',
  contactable: 'May be contacted',
} as const

/** What a line of a contacts file says about the child. */
export const CHILD_FIELDS = { 'child-id': 'The child’s id', 'child-upn': 'The child’s unique pupil number' } as const

export type PersonField = keyof typeof PERSON_FIELDS
export type ContactField = keyof typeof CONTACT_FIELDS
export type ChildField = keyof typeof CHILD_FIELDS

/** More contacts in one line than any school's system exports. */
export const MOST_CONTACTS = 9
/** A contact's place in a pupil's line. */
export type ContactNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9
/** A field of the nth contact in a pupil's line. */
export type NumberedContactField = `contact-${ContactNumber}-${ContactField}`
/** What one column of a file can be taken for; a plain text, so that a form can offer it and a mapping can be stored. */
export type Field = PersonField | ContactField | ChildField | NumberedContactField

/** One choice of a list of fields, with the words for it. */
export interface FieldChoice {
  readonly field: Field
  readonly title: string
}

/** The fields that make sense in a file about people of one kind (null: a file with a column for the kind), for a form to offer. */
export function fieldChoices(kind: PersonKind | null): readonly FieldChoice[] {
  if (kind === 'parent') return [...choices(CONTACT_FIELDS), ...choices(CHILD_FIELDS)]
  const own = choices(PERSON_FIELDS)
  return kind === 'pupil' || kind === null ? [...own, ...contactChoices()] : own
}

function choices(fields: Readonly<Record<string, string>>): FieldChoice[] {
  return Object.entries(fields).map(([field, title]) => ({ field: field as Field, title }))
}

function contactChoices(): FieldChoice[] {
  const numbers = Array.from({ length: MOST_CONTACTS }, (_, place) => place + 1)
  return numbers.flatMap((number) =>
    choices(CONTACT_FIELDS).map(({ field, title }) => ({
      field: `contact-${number}-${field}` as Field,
      title: `Contact ${number}: ${title}`,
    })),
  )
}
