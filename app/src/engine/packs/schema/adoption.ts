import Type from 'typebox'
import { Id, PostRef, Title, distinct, exactly, oneOf, sourced } from './words.js'

/** What a step can be, in the order in which such steps are taken. */
export const stepKinds = ['review', 'agree', 'approve', 'sign'] as const

/** One act that a version needs before it may take force. The acts are taken in the order in which they are written. */
export const AdoptionStep = exactly({
  id: Id,
  title: Title,
  /** What is done: looked at for its craft, agreed, approved, or signed. */
  kind: oneOf(...stepKinds),
  /** Posts or audiences whose people may do it. */
  by: Type.Array(PostRef, { minItems: 1, maxItems: 20, uniqueItems: true }),
  /** How many different people must; one unless told otherwise. */
  quorum: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  /** Each act names the meeting at which it was done. */
  meeting: Type.Optional(Type.Boolean()),
  ...sourced,
})

/** adoption.yaml: how a version of this policy is written, consulted on, agreed and approved. */
export const Adoption = exactly({
  /** Who writes it and to whom its reviews fall. */
  owner: PostRef,
  /** Posts or audiences that are asked before it is submitted. */
  consult: distinct(PostRef),
  /** Audiences with whom each version is talked through before it takes force. */
  discuss: Type.Optional(distinct(PostRef)),
  steps: Type.Array(AdoptionStep, { minItems: 1, maxItems: 20 }),
  ...sourced,
})
