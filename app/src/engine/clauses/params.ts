import Type from 'typebox'
import type { TObject, TProperties } from 'typebox'

/** One name or several. `named` of clause-params.ts reads both as a list. */
export const Names = Type.Union([Type.String(), Type.Array(Type.String())])

/** Who must act, and who hears next: posts of the pack. */
export const whoParams = {
  post: Type.Optional(Names),
  posts: Type.Optional(Names),
  /** Hears when the post has not acted in time. */
  escalate: Type.Optional(Names),
  audience: Type.Optional(Names),
  /** One side of what a mechanism looks at, where it looks at several. */
  aspect: Type.Optional(Names),
  /** The question of the pack whose answer settles what the clause leaves open. */
  question: Type.Optional(Names),
} satisfies TProperties

/**
 * When something falls due; engine/duties/timing.ts reads them. `every`: a span, 'term' or 'year'. `times-a-year`: as many
 * equal stretches of the school year (3: the terms). `in-term`: once a year, in that term. `on`: a day or an event.
 * `within`: how long it may take from then.
 */
export const whenParams = {
  every: Type.Optional(Type.String()),
  'times-a-year': Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  'in-term': Type.Optional(
    Type.Union([Type.Literal('autumn'), Type.Literal('spring'), Type.Literal('summer'), Type.Array(Type.String())]),
  ),
  on: Type.Optional(Names),
  within: Type.Optional(Type.String()),
} satisfies TProperties

/** The parameters of a mechanism on an engine: who, when, and what is its own. Anything else in a pack is refused. */
export const engineParams = <Own extends TProperties>(
  own: Own = {} as Own,
): TObject<typeof whoParams & typeof whenParams & Own> =>
  Type.Object({ ...whoParams, ...whenParams, ...own }, { additionalProperties: false })

/** What a check is given: any of the above. */
export type EngineParams = Readonly<Record<string, unknown>>

/** The names under one parameter as a list; empty where the clause does not set it. */
export function namesIn(params: EngineParams, key: string): readonly string[] {
  const value = params[key]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.map(String) : []
}

/** The text under one parameter, or null. */
export const textIn = (params: EngineParams, key: string): string | null => namesIn(params, key)[0] ?? null
