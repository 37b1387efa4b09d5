import Type from 'typebox'
import type { Static, TProperties, TSchema, TUnsafe } from 'typebox'
import type { ClauseId, PostId } from '../../../kernel/ids.js'

/** The patterns of a pack's small texts, each with the words that tell an author what is wanted. */
export const PATTERNS = {
  id: {
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    words: 'small letters, digits and single hyphens, such as "about-headteacher"',
  },
  requirement: { pattern: '^[0-9]{3}-[0-9]{3}$', words: 'the id of a requirement, such as 003-079' },
  permission: { pattern: '^[a-z]+\\.[a-z-]+$', words: 'a permission, such as concerns.triage' },
  date: { pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', words: 'a date, such as 2026-09-01' },
  version: { pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$', words: 'a version of three numbers, such as 1.0.0' },
  number: { pattern: '^[1-9][0-9]*(\\.[1-9][0-9]*)?$', words: "a number in quotes, such as '3' or '3.10'" },
  web: {
    pattern: '^https://[a-z0-9.-]+\\.[a-z]{2,}(/[A-Za-z0-9/_.~%#?=&+-]*)?$',
    words: 'an address that begins with https://',
  },
  phone: { pattern: '^[0-9+][0-9a-z +()-]{1,39}$', words: 'a telephone number, in quotes if it is digits only' },
  inkless: { pattern: '\\S', words: 'words, not only spaces' },
} as const satisfies Readonly<Record<string, { readonly pattern: string; readonly words: string }>>

const shaped = (name: keyof typeof PATTERNS, maxLength: number) =>
  Type.String({ pattern: PATTERNS[name].pattern, maxLength })

/** An id written by hand, never derived from wording. */
export const Id = shaped('id', 60)
export const PostRef: TUnsafe<PostId> = Type.Unsafe<PostId>(Id)
export const ClauseRef: TUnsafe<ClauseId> = Type.Unsafe<ClauseId>(Id)
export const RequirementRef = shaped('requirement', 7)
export const Permission = shaped('permission', 60)
/** An ISO date, `2026-09-01`. That the day exists in its month is checked with the other sense of a pack. */
export const DateText = shaped('date', 10)
export const Version = shaped('version', 20)
export const NumberText = shaped('number', 12)
export const Web = shaped('web', 300)
export const Phone = shaped('phone', 40)
/** Read by kernel/calendar's `parseSpan`, which also words its errors. */
export const SpanText = Type.String({ minLength: 1, maxLength: 40 })
/** A heading or name. */
export const Title = shaped('inkless', 160)
/** One or a few sentences. */
export const Sentences = shaped('inkless', 1200)

/** A map with these fields and no others. */
export const exactly = <Fields extends TProperties>(fields: Fields) =>
  Type.Object(fields, { additionalProperties: false })

/** A list; the length stops a pack from being a denial of service, not an author. */
export const list = <Item extends TSchema>(item: Item) => Type.Array(item, { maxItems: 2000 })

/** A list of ids, each at most once. */
export const distinct = <Item extends TSchema>(item: Item) => Type.Array(item, { maxItems: 500, uniqueItems: true })

/** One of these words. */
export const oneOf = <const Words extends readonly string[]>(...words: Words): TUnsafe<Words[number]> =>
  Type.Unsafe<Words[number]>(Type.Enum([...words]))

/** Why an entry is in the pack: the requirements of a school's own policy, laws of laws.yaml, or a stated reason. */
export const sourced = {
  source: Type.Optional(distinct(RequirementRef)),
  law: Type.Optional(distinct(Id)),
  reason: Type.Optional(Sentences),
}

/** What the three fields hold. */
export interface Sourced {
  readonly source?: readonly string[]
  readonly law?: readonly string[]
  readonly reason?: string
}

/** Plain data all the way down: a loaded pack is shared by every request and frozen. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : { readonly [Key in keyof T]: DeepReadonly<T[Key]> }

/** The type of a section by its schema. */
export type Of<Schema extends TSchema> = DeepReadonly<Static<Schema>>
