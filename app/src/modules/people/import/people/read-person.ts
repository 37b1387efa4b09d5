import type { Field } from '../mapping/fields.js'
import type { ImportedPerson, PersonKind } from '../roster.js'
import { checkPerson } from './check-person.js'
import { deriveId } from './derive-id.js'
import { parseKind } from './parse-words.js'
import {
  readBorn,
  readDate,
  readEmail,
  readName,
  readNames,
  readNeeds,
  readText,
  readUpn,
  readYear,
} from './read-fields.js'
import type { Line } from './read-line.js'

/** Details that are read when the file has the column, and left alone when it has not. */
const DETAILS = [
  { key: 'born', field: 'born', read: readBorn },
  { key: 'classCode', field: 'class', read: readText },
  { key: 'year', field: 'year', read: readYear },
  { key: 'upn', field: 'upn', read: readUpn },
  { key: 'email', field: 'email', read: readEmail },
  { key: 'phone', field: 'phone', read: readText },
  { key: 'username', field: 'username', read: readText },
  { key: 'jobTitle', field: 'job-title', read: readText },
  { key: 'start', field: 'start', read: readDate },
  { key: 'end', field: 'end', read: readDate },
] as const satisfies readonly {
  readonly key: keyof ImportedPerson
  readonly field: Field
  readonly read: (line: Line, field: Field) => unknown
}[]

/** Details that only one kind of person is read with: a teacher's year says where they teach, a telephone is for parents. */
const ONLY_OF: Readonly<Partial<Record<keyof ImportedPerson, PersonKind>>> = {
  year: 'pupil',
  upn: 'pupil',
  phone: 'parent',
}

/** The person of a line, or null when it does not say who it is; then the problem has been noted. */
export function readPerson(line: Line, fileKind: PersonKind | null, system: string): ImportedPerson | null {
  const kind = fileKind ?? readKind(line)
  if (!kind) return null
  const { given, family } = readNames(line, '')
  const id = ownId(line) ?? fallbackId(line, given, family)
  if (!id) {
    line.note('no-id', line.has('id') ? 'id' : null)
    return null
  }
  const source = { system, id: `${kind}/${id}` }
  const person: ImportedPerson = {
    kind,
    source,
    at: line.at,
    given,
    family,
    ...detailsOf(line, kind),
    ...knownAs(line, given, family),
  }
  checkPerson(line, person)
  return person
}

function readKind(line: Line): PersonKind | null {
  const text = line.text('kind')
  const kind = parseKind(text)
  if (!kind) line.note('unknown-kind', 'kind', { value: text || 'Blank' })
  return kind
}

function ownId(line: Line): string | null {
  return readText(line, 'id')
}

/** Without a column of ids, people are known again by what is theirs alone; a blank in such a column is a mistake instead. */
function fallbackId(line: Line, given: string | null, family: string | null): string | null {
  if (line.has('id')) return null
  const own = line.text('upn') || line.text('username') || line.text('email')
  if (own) return own.toLowerCase()
  return given || family ? deriveId(given, family, line.text('born')) : null
}

function detailsOf(line: Line, kind: PersonKind): Partial<ImportedPerson> {
  const read = DETAILS.filter(({ key, field }) => line.has(field) && (ONLY_OF[key] ?? kind) === kind)
  const values = read.map(({ key, field, read: reader }) => [key, reader(line, field)] as const)
  // A blank first day clears nothing: everybody has one, and it is the day of their first import until a file knows better.
  const details = Object.fromEntries(values.filter(([key, value]) => key !== 'start' || value !== null))
  const needs = kind === 'pupil' ? readNeeds(line) : undefined
  return needs ? { ...details, needs } : details
}

/** The name used in school, when it is not the legal one: 'Bea', or 'Bea Hedgery' where the surname differs too. */
function knownAs(line: Line, given: string | null, family: string | null): Pick<ImportedPerson, 'knownAs'> {
  if (!line.has('preferred-given') && !line.has('preferred-family')) return {}
  const first = readName(line, 'preferred-given') ?? given
  const last = readName(line, 'preferred-family') ?? family
  if (last !== family) return { knownAs: [first, last].filter(Boolean).join(' ') }
  return { knownAs: first === given ? null : first }
}
