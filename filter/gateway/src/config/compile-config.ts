import Type from 'typebox'

const text = Type.String({ minLength: 1 })
const optional = Type.Optional
const strict = { additionalProperties: false } as const
const provenance = { author: text, approver: text, date: text }

const list = Type.Object(
  {
    id: text,
    title: text,
    format: Type.Enum(['domains', 'hosts', 'urls', 'adblock', 'addresses', 'ut1', 'squidguard', 'e2guardian', 'squid']),
    category: optional(Type.Union([text, Type.Null()])),
    /** A file, or a folder for the formats that are folders. */
    from: text,
    /** A folder of files that say what changed since, in the order of their names. */
    diffs: optional(text),
    folders: optional(Type.Record(Type.String(), Type.Union([text, Type.Null()]))),
    ...provenance,
  },
  strict,
)

/** What `hedgerow filter compile` reads: where policy, lists and keys are. */
export const compileConfig = Type.Object(
  {
    policy: text,
    lists: Type.Array(list),
    suppliers: optional(Type.Array(Type.Object({ supplier: text, from: text, key: text }, strict))),
    /** A CSV file of phrases, or several. */
    phrases: optional(Type.Union([text, Type.Array(text)])),
    /** The private key that signs. */
    key: text,
    snapshot: text,
    /** How many earlier snapshots are kept beside it. */
    keep: optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
  },
  strict,
)

export type CompileConfig = Type.Static<typeof compileConfig>
