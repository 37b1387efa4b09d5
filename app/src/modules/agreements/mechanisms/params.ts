import Type from 'typebox'
import type { Static } from 'typebox'

const Names = Type.Union([Type.String(), Type.Array(Type.String())])

/**
 * What a clause may set of the mechanisms of agreements. General parameters that they do not use (`question`, `every`,
 * `within`) are let through: the promise names them for its readers.
 */
export const AgreementParams = Type.Object({
  agreement: Type.Optional(Names),
  aspect: Type.Optional(Names),
  /** Of access-gate: only this thing. */
  what: Type.Optional(Names),
})

export type AgreementParams = Static<typeof AgreementParams>
