import Type from 'typebox'
import type { PostId } from '../../../kernel/ids.js'
import { Permission, PostRef, Sentences, Title, distinct, exactly, oneOf, sourced } from './words.js'

/** A named position through which people get duties, sight and powers. */
export const Post = exactly({
  id: PostRef,
  title: Title,
  /** Said to a parent with little English. */
  plain: Sentences,
  heldBy: oneOf('staff', 'governor', 'outside', 'volunteer'),
  required: Type.Boolean(),
  /** More than one person may hold it at once. */
  several: Type.Optional(Type.Boolean()),
  /** Who covers, in order. */
  deputies: Type.Optional(distinct(PostRef)),
  powers: distinct(Permission),
  secondFactor: Type.Optional(Type.Boolean()),
  ...sourced,
})

/** The audiences there are. One belongs to them by being there; nobody is appointed. */
export const AUDIENCES = [
  'any-staff',
  'any-governor',
  'any-volunteer',
  'any-contractor',
  'any-visitor',
  'any-parent',
  'any-pupil',
] as const

/** What everyone of one kind may do. */
export const Audience = exactly({
  id: Type.Unsafe<(typeof AUDIENCES)[number] & PostId>(Type.Enum([...AUDIENCES])),
  title: Title,
  powers: distinct(Permission),
})
