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

/**
 * A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits. Time-ordered keys keep the newest
 * rows together on disk; the random part is what makes an id unguessable enough for a URL behind a sign-in.
 */
export function newId<Id extends string = RecordId>(now: number = Date.now()): Id {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside (a URL, a form) has the shape of one of our ids. */
export function isId(text: unknown): text is RecordId {
  return typeof text === 'string' && uuidShape.test(text)
}
