import { randomBytes } from 'node:crypto'

declare const brand: unique symbol
/** A text or UUID that cannot be confused with another kind of id at compile time; at run time it is a plain string. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }

export type SchoolId = Branded<'SchoolId'>
export type PersonId = Branded<'PersonId'>
/** A named position of the pack ('dsl'), or an audience that one belongs to by being there ('any-staff'). */
export type PostId = Branded<'PostId'>
export type ClauseId = Branded<'ClauseId'>
export type RecordId = Branded<'RecordId'>

/** How many ids of one millisecond stay in order: 26 bits, of which the first id takes at most a quarter. */
const IN_ORDER = 2 ** 26
let lastMillisecond = -1
let lastCount = 0

/** Where an id stands among those of its millisecond: at random for the first, then one after another. */
function countIn(now: number): number {
  const next = now === lastMillisecond ? (lastCount + 1) % IN_ORDER : randomBytes(4).readUInt32BE() % (IN_ORDER / 4)
  lastMillisecond = now
  lastCount = next
  return next
}

/**
 * A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, a count of 26 bits that keeps the ids of one process and
 * millisecond in the order in which they were made (section 6.2, method 1), then 48 random bits. Time-ordered keys keep
 * the newest rows together on disk, and what one transaction writes reads back as it was written; the random part is
 * what makes an id unguessable enough for a URL behind a sign-in.
 */
export function newId<Id extends string = RecordId>(now: number = Date.now()): Id {
  const bytes = randomBytes(16)
  const count = countIn(now)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | (count >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (count & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside (a URL, a form) has the shape of one of our ids. */
export function isId(text: unknown): text is RecordId {
  return typeof text === 'string' && uuidShape.test(text)
}
