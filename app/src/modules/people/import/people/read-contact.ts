import type { ContactField, Field } from '../mapping/fields.js'
import type { ImportedPerson, ImportedResponsibility, SourceId } from '../roster.js'
import { deriveId } from './derive-id.js'
import { readEmail, readNames, readPriority, readRelationship, readText, readYesNo } from './read-fields.js'
import type { Line } from './read-line.js'

/** Where a contact's columns stand: a numbered place in a pupil's line, or the whole line of a contacts file. */
export type ContactPrefix = '' | `contact-${number}-`

/** An adult, and what makes them one for this child; the link is null in a line that names no child. */
export interface Contact {
  readonly adult: ImportedPerson
  readonly link: Omit<ImportedResponsibility, 'child'>
}

/**
 * The contact whose columns begin with `prefix`, or null when they are blank. `child` is a text that tells the child apart; it
 * makes part of the id of a contact who has neither id, e-mail address nor telephone, so that two children's namesakes stay two.
 */
export function readContact(line: Line, prefix: ContactPrefix, child: string, system: string): Contact | null {
  const field = (name: ContactField) => `${prefix}${name}` as Field
  const { given, family } = readNames(line, prefix)
  const [email, phone] = [readEmail(line, field('email')), readText(line, field('phone'))]
  if (given === null && family === null) {
    if (email ?? phone) noteUnnamed(line, prefix)
    return null
  }
  const id = readText(line, field('id')) ?? deriveId(given, family, email ?? digits(phone) ?? child)
  const source: SourceId = { system, id: `parent/${id}` }
  const adult: ImportedPerson = {
    kind: 'parent',
    source,
    at: line.at,
    given,
    family,
    ...(line.has(field('email')) ? { email } : {}),
    ...(line.has(field('phone')) ? { phone } : {}),
  }
  return { adult, link: { adult: source, at: line.at, ...readLink(line, field) } }
}

function readLink(line: Line, field: (name: ContactField) => Field) {
  return {
    relationship: readRelationship(line, field('relationship')),
    parentalResponsibility: readYesNo(line, field('responsibility')),
    priority: readPriority(line, field('priority')),
    contactable: readYesNo(line, field('contactable')),
  }
}

function noteUnnamed(line: Line, prefix: ContactPrefix): void {
  if (prefix === '') line.note('no-name', null)
  else line.note('contact-unnamed', null, { value: `Contact ${prefix.slice(8, -1)}` })
}

/** '07700 900123' and '+44 7700 900123' ring the same telephone. */
function digits(phone: string | null): string | null {
  return phone && phone.replaceAll(/\D/g, '').slice(-9)
}
