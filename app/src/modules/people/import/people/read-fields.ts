import type { Field } from '../mapping/fields.js'
import { type IsoDate, type Need, NEEDS, type Relationship, type Year } from '../roster.js'
import { isUpn } from './check-upn.js'
import { parseDate } from './parse-date.js'
import { parseRelationship, parseSen, parseYear, parseYesNo } from './parse-words.js'
import { type SplitName, splitName } from './split-name.js'
import { tidyCapitals } from './tidy-capitals.js'
import type { Line } from './read-line.js'

/** Longest name, class, job or address that is believed. The longest e-mail address there can be is 254 (RFC 5321). */
const LONGEST = 100
const LONGEST_EMAIL = 254
const EMAIL = /^[^\s@,;:<>()[\]"]+@[^\s@,;:<>()[\]".]+(?:\.[^\s@,;:<>()[\]".]+)+$/
const NOTHING = /^(?:n\/?a|none|nil|null|unknown|not known|no email)$/i

/** A short text, or null when blank. */
export function readText(line: Line, field: Field, most = LONGEST): string | null {
  const text = line.text(field)
  if (text.length > most) line.note('too-long', field, { value: text, other: String(most) })
  return text === '' ? null : text
}

/** A part of a name: as in the file, with ordinary letters offered for capitals. */
export function readName(line: Line, field: Field): string | null {
  const text = readText(line, field)
  const tidy = text && tidyCapitals(text)
  if (!tidy) return text
  if (line.accepts('capitals')) return tidy
  line.note('capitals', field, { value: text, offer: tidy })
  return text
}

/** Both parts of a name, from two columns or from one; `prefix` is that of a numbered contact. Notes nothing when blank. */
export function readNames(line: Line, prefix: '' | `contact-${number}-`): SplitName {
  const field = (name: string) => `${prefix}${name}` as Field
  const given = readName(line, field('given'))
  const family = readName(line, field('family'))
  if (given ?? family) return { given, family }
  const full = readName(line, field('full-name'))
  return full ? splitName(full) : { given: null, family: null }
}

/** A date as ISO text, or null when blank or impossible. */
export function readDate(line: Line, field: Field): IsoDate | null {
  const text = line.text(field)
  if (text === '' || NOTHING.test(text)) return null
  const { date, doubt } = parseDate(text, line.dateOrder(field), line.today)
  if (date === null) line.note('date-impossible', field, { value: text })
  if (doubt) line.note(doubt, field, { value: text, other: date ?? '' })
  return date
}

/** A date of birth: neither to come nor longer ago than anybody lives. */
export function readBorn(line: Line, field: Field): IsoDate | null {
  const born = readDate(line, field)
  if (born && born > line.today) line.note('born-in-future', field, { value: line.text(field) })
  if (born && Number(line.today.slice(0, 4)) - Number(born.slice(0, 4)) > 110) {
    line.note('born-long-ago', field, { value: line.text(field) })
  }
  return born
}

/** An e-mail address in small letters, or null when blank or malformed. */
export function readEmail(line: Line, field: Field): string | null {
  const text = readText(line, field, LONGEST_EMAIL)
  if (!text || NOTHING.test(text)) return null
  if (EMAIL.test(text)) return text.toLowerCase()
  line.note('email-malformed', field, { value: text })
  return null
}

/** A unique pupil number, or null when blank or malformed. */
export function readUpn(line: Line, field: Field): string | null {
  const text = line.text(field).toUpperCase()
  if (text === '' || NOTHING.test(text)) return null
  if (isUpn(text)) return text
  line.note('upn-malformed', field, { value: text })
  return null
}

/** A year of a primary school, or null when blank or not one. */
export function readYear(line: Line, field: Field): Year | null {
  const text = line.text(field)
  const year = text === '' ? null : parseYear(text)
  if (text !== '' && year === null) line.note('unknown-year', field, { value: text })
  return year
}

/** Yes, no, or null when blank or neither. */
export function readYesNo(line: Line, field: Field): boolean | null {
  const text = line.text(field)
  const answer = text === '' ? null : parseYesNo(text)
  if (text !== '' && answer === null) line.note('answer-unknown', field, { value: text })
  return answer
}

/** The order in which to call, or null when blank or no number. */
export function readPriority(line: Line, field: Field): number | null {
  const text = line.text(field)
  if (text === '') return null
  if (/^[1-9]\d?$/.test(text)) return Number(text)
  line.note('priority-unknown', field, { value: text })
  return null
}

/** What the adult is to the child: null when blank, 'other' when unheard of. */
export function readRelationship(line: Line, field: Field): Relationship | null {
  const text = line.text(field)
  if (text === '') return null
  const relationship = parseRelationship(text)
  if (relationship === null) line.note('relationship-unknown', field, { value: text })
  return relationship ?? 'other'
}

const FLAGS = {
  'in-care': 'in-care',
  'english-additional': 'english-additional',
  'young-carer': 'young-carer',
} as const

/** The needs that a line states, in the order of `NEEDS`; undefined when the file has no column for any. */
export function readNeeds(line: Line): readonly Need[] | undefined {
  const flags = Object.entries(FLAGS).filter(([field]) => line.has(field as Field))
  if (flags.length === 0 && !line.has('sen')) return undefined
  const stated = new Set<Need | null>([parseSen(line.text('sen'))])
  for (const [field, need] of flags) if (readYesNo(line, field as Field)) stated.add(need)
  return NEEDS.filter((need) => stated.has(need))
}
