import Type from 'typebox'

const Words = Type.String({ minLength: 1 })
const closed = { additionalProperties: false } as const

const Play = Type.Object(
  {
    step: Words,
    answer: Type.Optional(Type.Union([Words, Type.Array(Words)])),
    fields: Type.Optional(Type.Record(Type.String(), Type.String())),
    why: Type.Optional(Words),
    skip: Type.Optional(Type.Boolean()),
    /** Leave out fields that are not given, instead of filling them in with example words. */
    exactly: Type.Optional(Type.Boolean()),
    /** Words of the refusal that this entry must meet; it is then not entered. */
    refused: Type.Optional(Words),
  },
  closed,
)

/** The id of a step that is simply done, what is entered for a step, or a stretch that several walks share. */
const WrittenEntry = Type.Union([Words, Play, Type.Object({ stretch: Words }, closed)])

const WrittenWalk = Type.Object(
  {
    title: Words,
    /** In order. A step for the second time is a correction. */
    entries: Type.Array(WrittenEntry),
    /** The steps of the path as it stands at the end: ids with spaces between. */
    path: Words,
    /** The step in hand at the end; 'closed' unless given. */
    ends: Type.Optional(Words),
  },
  closed,
)

/** The worked examples of one procedure: `<id>.walks.yaml`. */
export const walksSchema = Type.Object(
  {
    procedure: Words,
    stretches: Type.Optional(Type.Record(Type.String(), Type.Array(WrittenEntry))),
    walks: Type.Array(WrittenWalk),
  },
  closed,
)

export type WrittenWalks = Type.Static<typeof walksSchema>
export type WrittenEntry = Type.Static<typeof WrittenEntry>

/** One entry of a walk as it is played. */
export type Play = Type.Static<typeof Play>

/** A worked example, its stretches written out. */
export type Walk = Omit<Type.Static<typeof WrittenWalk>, 'entries'> & { readonly entries: readonly Play[] }
