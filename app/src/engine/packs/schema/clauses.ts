import Type from 'typebox'
import { ClauseRef, Id, NumberText, PostRef, Sentences, Title, distinct, exactly, list, sourced } from './words.js'

const Parameter = Type.Union([Type.Boolean(), Type.Integer(), Title, distinct(Title)])

/** What keeps a clause: a mechanism of packs/mechanisms.yaml, and the parameters it is set to. */
export const KeptBy = exactly({ mechanism: Id, with: Type.Optional(Type.Record(Id, Parameter)) })

/** One promise. */
export const Clause = exactly({
  id: ClauseRef,
  number: NumberText,
  /** For staff and governors. */
  text: Sentences,
  /** For a parent with little English. */
  plain: Sentences,
  /** For a child, where a child is concerned. */
  child: Type.Optional(Sentences),
  /** For a child of five to seven, in ten words or so. */
  ks1: Type.Optional(Sentences),
  /** The posts or audiences that must act. */
  posts: Type.Array(PostRef, { minItems: 1, maxItems: 40, uniqueItems: true }),
  keptBy: Type.Array(KeptBy, { minItems: 1, maxItems: 12 }),
  ...sourced,
  /** May be tightened by an overlay, never dropped. */
  must: Type.Optional(Type.Boolean()),
})

/** clauses/<nn>-<part>.yaml: one part of the policy. */
export const Part = exactly({ part: Id, number: NumberText, title: Title, clauses: list(Clause) })
