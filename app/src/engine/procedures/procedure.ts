import type { Branded, PostId } from '../../kernel/ids.js'

export type ProcedureId = Branded<'ProcedureId'>
export type StepId = Branded<'StepId'>
export type AgencyId = Branded<'AgencyId'>

/**
 * What a branch looks at: a question by its step id ('immediate-danger'), or one field of a record step by step and
 * field id ('triggers.adult'). Several short questions can so share one screen and still decide the way.
 */
export type AnswerRef = Branded<'AnswerRef'>

/** A span as packs write it ('same school day', '1 working day'); `kernel/calendar` says what it means on the clock. */
export type SpanText = string

/** Compares named answers with listed values and does nothing else: a pack holds no expressions. */
export type Condition =
  | { readonly answer: AnswerRef; readonly is: string }
  | { readonly answer: AnswerRef; readonly in: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

/** One way onward from a step. The first whose condition holds is taken; without a condition it always holds. */
export interface Way {
  readonly when: Condition | null
  readonly go: StepId
  /** Short words for the drawing and the plain-English page, where the condition itself would be long. */
  readonly label?: string
  /** A trigger: from here every route must pass a referral that is `immediate`, whatever else happens. */
  readonly immediate: boolean
}

export interface Option {
  readonly value: string
  readonly text: string
  /** Choosing this one asks for a reason in words. */
  readonly why: boolean
}

export type FieldType = 'text' | 'date-time' | 'choice' | 'yes-no'

/** There is no field type that takes a file: no procedure can offer a place to put a picture. */
export interface Field {
  readonly id: string
  readonly label: string
  readonly type: FieldType
  readonly required: boolean
  /** Only for a choice. A yes-no offers yes, no and not known by itself. */
  readonly options: readonly Option[]
  readonly hint?: string
}

interface AnyStep {
  readonly id: StepId
  readonly title: string
  /** Must be done: no skip, and no overlay may drop it. */
  readonly must: boolean
  /** The post or audience that acts. `whoActs` says who that is once a stand-in applies. */
  readonly by: PostId
  readonly within?: SpanText
  readonly text?: string
  /** What nobody may do at this step, as sentences. */
  readonly mustNots: readonly string[]
  /** Requirements it was written from: '004-421'. */
  readonly source: readonly string[]
  /** Ids of the pack's laws.yaml. */
  readonly law: readonly string[]
  /** A heading shared by neighbouring steps: 'Initial review meeting'. */
  readonly part?: string
  /** Only a holder of the post may enter this step; the lead of the case may not enter it for them. */
  readonly inPerson: boolean
  /**
   * Counts only while no earlier step has been entered again since. For decisions that rest on everything before
   * them (may it be deleted?), so that a corrected answer cannot leave an old permission standing.
   */
  readonly afresh: boolean
  readonly next: readonly Way[]
}

export interface InstructStep extends AnyStep {
  readonly kind: 'instruct'
}
export interface AskStep extends AnyStep {
  readonly kind: 'ask'
  readonly options: readonly Option[]
  readonly many: boolean
  /** What holds unless somebody says otherwise; shown as a sentence, never as a ticked box. */
  readonly default?: string
}
export interface RecordStep extends AnyStep {
  readonly kind: 'record'
  readonly fields: readonly Field[]
}
export interface ReferStep extends AnyStep {
  readonly kind: 'refer'
  readonly agency: AgencyId
  readonly immediate: boolean
}
export interface NotifyStep extends AnyStep {
  readonly kind: 'notify'
  readonly to: readonly PostId[]
}
export interface WaitStep extends AnyStep {
  readonly kind: 'wait'
  readonly for: SpanText
}
export interface ApproveStep extends AnyStep {
  readonly kind: 'approve'
  readonly approver: PostId
}
export interface CloseStep extends AnyStep {
  readonly kind: 'close'
  /** Another procedure that the case goes on with: the worry has turned out to be of that kind. */
  readonly opens?: ProcedureId
}

export type Step = InstructStep | AskStep | RecordStep | ReferStep | NotifyStep | WaitStep | ApproveStep | CloseStep

export type StepKind = Step['kind']

/** Where `post` would act, `by` acts instead while the condition holds: the chair, when the headteacher is named. */
export interface StandIn {
  readonly post: PostId
  readonly by: PostId
  readonly when: Condition
}

/** A procedure as it runs: base and overlays already merged, every default filled in. */
export interface Procedure {
  readonly id: ProcedureId
  readonly title: string
  /** One or two sentences: when to open it. */
  readonly use?: string
  readonly version: number
  /** First day in force, ISO date. */
  readonly from: string
  /** The day its sources were last compared with the law and the national advice, ISO date. */
  readonly checked?: string
  readonly start: StepId
  readonly source: readonly string[]
  readonly law: readonly string[]
  /** Other documents it follows, as sentences: the school's own policies, local procedures. */
  readonly follows: readonly string[]
  readonly standIns: readonly StandIn[]
  readonly steps: readonly Step[]
}

/** The step of that id, or nothing. */
export const stepOf = (procedure: Procedure, id: StepId): Step | undefined =>
  procedure.steps.find((step) => step.id === id)

/** The step of that id, where it is certain that there is one. */
export function knownStep(procedure: Procedure, id: StepId): Step {
  const step = stepOf(procedure, id)
  if (step === undefined) throw new Error(`The procedure “${procedure.id}” has no step “${id}”.`)
  return step
}
