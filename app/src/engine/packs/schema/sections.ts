import type { TSchema } from 'typebox'
import { Adoption } from './adoption.js'
import { Agreement, GateRule, KeyMessage, TechnologyInUse } from './agreements.js'
import { Part } from './clauses.js'
import { Identity, Law } from './identity.js'
import { Audience, Post } from './posts.js'
import { Agency, Help, Reporting, Risk } from './reporting.js'
import { Clock, Conflict, Routing } from './routing.js'
import { ParentsInformed, Question, SignIn, Supervision } from './rules.js'
import { MatrixRow, OnlineAction } from './technology.js'
import { list } from './words.js'
import type { Of } from './words.js'

/** Every section of a pack, procedures apart, by the name that the rest of the product knows it by. */
export const SECTIONS = {
  pack: Identity,
  laws: list(Law),
  posts: list(Post),
  audiences: list(Audience),
  routing: Routing,
  conflicts: list(Conflict),
  clocks: list(Clock),
  risks: list(Risk),
  reporting: Reporting,
  help: list(Help),
  agencies: list(Agency),
  supervision: list(Supervision),
  matrix: list(MatrixRow),
  actions: list(OnlineAction),
  signIn: SignIn,
  parentsInformed: ParentsInformed,
  questions: list(Question),
  adoption: Adoption,
  agreements: list(Agreement),
  keyMessages: list(KeyMessage),
  technologies: list(TechnologyInUse),
  gate: list(GateRule),
  parts: list(Part),
} as const satisfies Readonly<Record<string, TSchema>>

export type SectionName = keyof typeof SECTIONS

/** The sections that a pack cannot do without, once its base is in. */
export const REQUIRED_SECTIONS = [
  'pack',
  'routing',
  'reporting',
  'signIn',
  'parentsInformed',
  'adoption',
] as const satisfies readonly SectionName[]

/**
 * Which file holds which sections. A file's sections are its top-level keys, except where the whole file is one section
 * (`whole`). Clause files and agreements are many files to one list; procedures are read by engine/procedures.
 */
export const FILES = {
  'pack.yaml': { whole: 'pack' },
  'laws.yaml': { keys: ['laws'] },
  'posts.yaml': { keys: ['posts', 'audiences'] },
  'routing.yaml': { keys: ['routing', 'conflicts'] },
  'clocks.yaml': { keys: ['clocks'] },
  'risks.yaml': { keys: ['risks'] },
  'reporting.yaml': { whole: 'reporting' },
  'help.yaml': { keys: ['help'] },
  'agencies.yaml': { keys: ['agencies'] },
  'supervision.yaml': { keys: ['supervision'] },
  'technology.yaml': { keys: ['matrix', 'actions'] },
  'sign-in.yaml': { keys: ['signIn'] },
  'parents.yaml': { keys: ['parentsInformed'] },
  'questions.yaml': { keys: ['questions'] },
  'adoption.yaml': { keys: ['adoption'] },
  'key-messages.yaml': { keys: ['keyMessages', 'technologies'] },
  'access-gate.yaml': { keys: ['gate'] },
} as const satisfies Readonly<
  Record<string, { readonly whole: SectionName } | { readonly keys: readonly SectionName[] }>
>

/** The sections as types. */
export type Sections = { readonly [Name in SectionName]: Of<(typeof SECTIONS)[Name]> }

export type Post = Sections['posts'][number]
export type Audience = Sections['audiences'][number]
export type Conflict = Sections['conflicts'][number]
export type Routing = Sections['routing']
export type Clock = Sections['clocks'][number]
export type Risk = Sections['risks'][number]
export type Reporting = Sections['reporting']
export type Help = Sections['help'][number]
export type Agency = Sections['agencies'][number]
export type Supervision = Sections['supervision'][number]
export type MatrixRow = Sections['matrix'][number]
export type OnlineAction = Sections['actions'][number]
export type SignIn = Sections['signIn']
export type ParentsInformed = Sections['parentsInformed']
export type Question = Sections['questions'][number]
export type Adoption = Sections['adoption']
export type AdoptionStep = Adoption['steps'][number]
export type Agreement = Sections['agreements'][number]
export type AgreementClause = Agreement['clauses'][number]
export type KeyMessage = Sections['keyMessages'][number]
export type GateRule = Sections['gate'][number]
export type Law = Sections['laws'][number]
export type Part = Sections['parts'][number]
export type Clause = Part['clauses'][number]
export type KeptBy = Clause['keptBy'][number]
