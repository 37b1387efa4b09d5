import Type from 'typebox'
import {
  DateText,
  Id,
  PostRef,
  Sentences,
  SpanText,
  Title,
  Version,
  distinct,
  exactly,
  list,
  oneOf,
  sourced,
} from './words.js'

/** Whom a text speaks to. A pack may have several texts for one, such as one for each key stage. */
export const READERS = [
  'eyfs',
  'ks1',
  'ks2',
  'parent',
  'staff',
  'governor',
  'visitor',
  'organisation',
  'own-device',
  'loan',
  'home-school',
] as const

/** What is given to people only behind the gate. */
export const THINGS = ['login', 'internet', 'email', 'equipment', 'guest-pass', 'own-device'] as const

/** What people are to the school: the kinds of the roster. */
const KINDS = ['pupil', 'staff', 'parent', 'governor', 'volunteer', 'contractor', 'visitor'] as const
const YEARS = ['N', 'R', '1', '2', '3', '4', '5', '6'] as const

const Language = Type.String({ pattern: '^[a-z]{2,3}$', maxLength: 3 })

/** A question inside an agreement whose answer is a fact of its own: signing is not saying yes. */
const Ask = exactly({
  yes: Title,
  no: Title,
  /** What "no" keeps shut for the person the agreement is about. */
  stops: Type.Optional(distinct(oneOf(...THINGS))),
})

/** One thing that is promised or understood. Its id can be cited as what was broken. */
const AgreementClause = exactly({
  id: Id,
  text: Sentences,
  /** The name of a drawing, for texts with the look of pictures. */
  picture: Type.Optional(Id),
  /** Key messages that it carries. */
  says: Type.Optional(distinct(Id)),
  /** Technology in use that it speaks of. */
  covers: Type.Optional(distinct(Id)),
  ask: Type.Optional(Ask),
  ...sourced,
})

/** The whole text in another language. English is the text that binds. */
const Translation = exactly({
  id: Language,
  title: Title,
  intro: Sentences,
  promise: Sentences,
  /** What happens without a signature; the English stands where this is left out. */
  unsigned: Type.Optional(Sentences),
  clauses: list(exactly({ id: Id, text: Sentences, yes: Type.Optional(Title), no: Type.Optional(Title) })),
})

/** agreements/<id>.yaml: one text, who is asked for it, who signs, how long that lasts and what it opens. */
export const Agreement = exactly({
  id: Id,
  title: Title,
  /** Three numbers. A change of the last alone is no material change: what was signed stays signed. */
  version: Version,
  reader: oneOf(...READERS),
  /** 'pictures': a page for young children, a drawing beside each clause and everything read aloud. */
  look: Type.Optional(oneOf('pictures', 'plain')),
  /** Whom it is about and asked for by itself. No kinds: asked for on occasion only (a loan, a visit). */
  of: exactly({ kinds: distinct(oneOf(...KINDS)), years: Type.Optional(distinct(oneOf(...YEARS))) }),
  /** Who signs for each of them. 'both-parents': everybody with parental responsibility whom the school knows. */
  signers: Type.Array(oneOf('self', 'parent', 'both-parents', 'school'), {
    minItems: 1,
    maxItems: 3,
    uniqueItems: true,
  }),
  /** Facts recorded apart from the signature. */
  facts: Type.Optional(distinct(oneOf('talked-through', 'read', 'discussed'))),
  /** The post whose holder accepts it after the signer. */
  countersign: Type.Optional(PostRef),
  renewal: oneOf('school-year', 'enrolment', 'each-visit'),
  /** How long what it opened stays open once a signature has lapsed. */
  mercy: SpanText,
  /** What it opens, with whatever else the gate asks. */
  opens: distinct(oneOf(...THINGS)),
  /** The post that says whether the text suits its readers. */
  suitable: Type.Optional(PostRef),
  /** The day the text was last compared with the key messages. */
  checked: DateText,
  intro: Sentences,
  /** What a signer says by signing. */
  promise: Sentences,
  /** What happens without a signature, in the open. */
  unsigned: Sentences,
  clauses: Type.Array(AgreementClause, { minItems: 1, maxItems: 80 }),
  languages: Type.Optional(list(Translation)),
  ...sourced,
})

/** Something the policy wants said in every text for these readers. `must`: a text without it is refused. */
export const KeyMessage = exactly({
  id: Id,
  title: Title,
  for: Type.Array(oneOf(...READERS), { minItems: 1, uniqueItems: true }),
  /** The day its sense last changed: texts compared before that day have to be looked at again. */
  changed: DateText,
  must: Type.Optional(Type.Boolean()),
  ...sourced,
})

/** Technology in use here, which every text for those who use it should speak of. */
export const TechnologyInUse = exactly({
  id: Id,
  title: Title,
  for: Type.Array(oneOf(...READERS), { minItems: 1, uniqueItems: true }),
  ...sourced,
})

/** One rule of the gate: what these people get only after signing, and after awareness training where it says so. */
export const GateRule = exactly({
  id: Id,
  what: oneOf(...THINGS),
  for: Type.Array(PostRef, { minItems: 1, maxItems: 10, uniqueItems: true }),
  /** Awareness training comes first as well. */
  awareness: Type.Boolean(),
  /** How long a grant lasts; left out, until it is ended. */
  ends: Type.Optional(SpanText),
  ...sourced,
})
