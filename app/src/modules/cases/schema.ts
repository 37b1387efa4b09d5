import type { Temporal } from 'temporal-polyfill'
import type { SightColumns } from '../../kernel/db/sight.js'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'
import type { Wording } from '../../engine/procedures/index.js'

/** A concern taken up. Its number is never used again, and no case is ever deleted (000-074). */
export interface CaseRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  /** Random, not counted: 'K-7K2M-4P'. */
  readonly number: string
  readonly state: 'open' | 'closed'
  readonly lead: PersonId
  readonly risk: string | null
  readonly subtype: string | null
  readonly urgency: 'ordinary' | 'urgent'
  /** The pack it began under, and finishes under. */
  readonly pack_hash: string
  /** The guided procedure in hand, of that pack, or null for a case without one. */
  readonly procedure: string | null
  /** Counts the procedures begun in this case, so that one begun a second time starts with nothing entered. */
  readonly run: number
  readonly opened_at: Temporal.Instant
  readonly closed_at: Temporal.Instant | null
  /** Whether the headteacher knows (004-038); the words are a chronology entry. Null while nobody has said. */
  readonly head_informed: 'told' | 'not-told' | null
}

/** Somebody in a case and the part they have in it. People in one case are never stamped alike. */
export interface CasePersonRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  readonly person_id: PersonId | null
  readonly described: string | null
  /** Whether it is a child, whose parents somebody must decide about. */
  readonly child: boolean
  readonly role: string
  readonly added_at: Temporal.Instant
}

/** What a person writes into a chronology, and what Hedgerow writes of the case itself (from 'opened' on). */
export type EntryKind =
  | 'fact'
  | 'child-words'
  | 'account'
  | 'view'
  | 'contact'
  | 'spread'
  | 'legal-advice'
  | 'note'
  | 'review'
  | 'correction'
  | 'opened'
  | 'joined'
  | 'people'
  | 'lead'
  | 'access'
  | 'action'
  | 'procedure'
  | 'headteacher'
  | 'linked'
  | 'closed'
  | 'reopened'

/** One entry of the chronology, sealed. A correction is an entry of its own that lies on top of what it corrects. */
export interface ChronologyRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  readonly kind: EntryKind
  readonly words: string
  readonly happened_at: Temporal.Instant
  readonly corrects: string | null
  readonly by_person: PersonId | null
  /** The post they wrote it in, so that a deputy's act says so (004-053). */
  readonly as_post: PostId | null
  readonly at: Temporal.Instant
}

/** A decision and its reasons, sealed: to act or not to act. */
export interface DecisionRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  readonly decided: string
  readonly reasons: string
  readonly acting: boolean
  readonly by_person: PersonId | null
  readonly as_post: PostId | null
  readonly at: Temporal.Instant
}

/** Something one person is to do by a day. */
export interface ActionRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  readonly what: string
  readonly owner: PersonId
  readonly due_at: Temporal.Instant
  readonly added_at: Temporal.Instant
  readonly done_at: Temporal.Instant | null
  readonly outcome: string | null
}

/** What a case owes by a time: a clock of the pack, or the step in hand. Kept when met, so that any past day can be asked. */
export interface DutyRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  readonly kind: 'clock' | 'step'
  /** The clock's or the step's id. */
  readonly name: string
  readonly procedure: string | null
  /** Whose it is; null for a clock, which the lead answers for. */
  readonly post: PostId | null
  readonly must: boolean
  readonly starts_at: Temporal.Instant
  readonly due_at: Temporal.Instant | null
  readonly met_at: Temporal.Instant | null
  readonly escalated: number
  readonly escalate_at: Temporal.Instant | null
}

/** Two cases that belong together; both keep everything they hold. */
export interface CaseLinkRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  readonly other_id: string
  readonly why: string
  readonly by_person: PersonId | null
  readonly at: Temporal.Instant
}

/** An agency told, asked or deliberately not told, sealed. */
export interface AgencyContactRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  readonly agency: string
  readonly kind: 'referral' | 'advice' | 'intelligence' | 'reply' | 'not-referred'
  readonly contacted_at: Temporal.Instant
  readonly spoke_with: string | null
  /** Theirs: a log or crime number. */
  readonly their_reference: string | null
  readonly words: string
  readonly by_person: PersonId | null
  readonly at: Temporal.Instant
}

/** Whether the adults for one child of the case were told, sealed. The newest for a child stands. */
export interface ParentsDecisionRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  /** The child, as a person of the case: also one whose name nobody knows. */
  readonly case_person_id: string
  readonly decision: 'told' | 'not-told' | 'delayed'
  /** Which adults, and by what means: where they were told. */
  readonly adults: string | null
  readonly how: string | null
  /** What was said, or why they were not told, or why later. */
  readonly words: string
  readonly told_at: Temporal.Instant | null
  readonly by_person: PersonId | null
  readonly at: Temporal.Instant
}

/** One step of the procedure as it was entered, sealed with the words that were on the screen. */
export interface ProcedureEntryRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly case_id: string
  readonly procedure: string
  readonly run: number
  readonly step: string
  readonly outcome: 'done' | 'answered' | 'skipped'
  readonly answers: readonly string[]
  readonly answer_values: Readonly<Record<string, string>>
  readonly reason: string | null
  readonly wording: Wording
  readonly by_person: PersonId | null
  readonly as_post: PostId | null
  readonly at: Temporal.Instant
}

export interface CaseTables {
  readonly case_file: CaseRow
  readonly case_person: CasePersonRow
  readonly chronology_entry: ChronologyRow
  readonly decision: DecisionRow
  readonly case_duty: DutyRow
  readonly case_link: CaseLinkRow
  readonly case_action: ActionRow
  readonly agency_contact: AgencyContactRow
  readonly parents_decision: ParentsDecisionRow
  readonly procedure_entry: ProcedureEntryRow
}
