import Type from 'typebox'
import { Id, PostRef, Sentences, SpanText, Title, distinct, exactly, oneOf, sourced } from './words.js'

/** How pupils of one key stage are watched over online. */
export const Supervision = exactly({
  id: Id,
  keyStage: oneOf('eyfs', 'ks1', 'ks2'),
  mode: oneOf('directly-supervised', 'closely-supervised', 'supervised', 'independent'),
  rule: Sentences,
  ...sourced,
})

/** The rules of our own sign-in for adults, and what the school asks of other systems. */
export const SignIn = exactly({
  /** Fewer than 8 characters can be guessed offline in minutes; no pack may ask for less. */
  minLength: Type.Integer({ minimum: 8, maximum: 64 }),
  maxLength: Type.Optional(Type.Integer({ minimum: 64, maximum: 1024 })),
  composition: Type.Optional(distinct(oneOf('letters', 'digits', 'symbols'))),
  passphrase: Type.Optional(Type.Boolean()),
  /** A password given by somebody else is changed at the first sign-in. */
  firstChange: Type.Boolean(),
  expires: Type.Optional(SpanText),
  /** How many old passwords are refused. */
  reuse: Type.Integer({ minimum: 0, maximum: 50 }),
  /** Wrong tries before the account waits. */
  lockAfter: Type.Integer({ minimum: 3, maximum: 100 }),
  idle: SpanText,
  absolute: SpanText,
  secondFactorFor: distinct(PostRef),
  ...sourced,
})

/** When parents must be told, or the reason written for not telling them. */
export const ParentsInformed = exactly({
  requiredBeforeClose: Type.Boolean(),
  /** Procedures in which they are told every time, with no decision to take. */
  automaticFor: distinct(Id),
  ...sourced,
})

/** Something the source contradicts itself on or leaves blank: asked of the school at set-up. */
export const Question = exactly({
  id: Id,
  ask: Sentences,
  why: Sentences,
  options: Type.Array(exactly({ value: Id, text: Title }), { minItems: 2, maxItems: 12 }),
  default: Type.Optional(Id),
  ...sourced,
})
