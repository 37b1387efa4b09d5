import Type from 'typebox'
import type { Static } from 'typebox'

const Names = Type.Union([Type.String(), Type.Array(Type.String())])

/**
 * What a clause may set of a mechanism under `with:`. One vocabulary for all: a clause narrows its mechanism to a post, a
 * clock, a procedure, an agency or a risk of the pack, or to one aspect of its own. The pack loader has already checked that each exists.
 */
export const ClauseParams = Type.Object(
  {
    post: Type.Optional(Names),
    posts: Type.Optional(Names),
    clock: Type.Optional(Names),
    procedure: Type.Optional(Names),
    agency: Type.Optional(Names),
    risk: Type.Optional(Names),
    /** One side of what a mechanism looks at, where it looks at several: 'actions' of 'case-record'. */
    aspect: Type.Optional(Names),
    /** The question of the pack whose answer settles what the clause leaves open. */
    question: Type.Optional(Names),
  },
  { additionalProperties: false },
)

export type ClauseParams = Static<typeof ClauseParams>

/**
 * A clause that promises only that there is a way ('aspect: way'): no lateness of one matter breaks it. Such clauses
 * stand in other parts of the policy and speak of telling in passing.
 */
export const onlyTheWay = ({ aspect }: ClauseParams): boolean => named(aspect)?.includes('way') === true

/** One or several names as a list; null where the clause did not narrow. */
export const named = (names: string | readonly string[] | undefined): readonly string[] | null =>
  names === undefined ? null : typeof names === 'string' ? [names] : names
