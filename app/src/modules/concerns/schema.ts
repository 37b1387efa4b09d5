import type { Temporal } from 'temporal-polyfill'
import type { SightColumns } from '../../kernel/db/sight.js'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'

/** By which door a concern came. */
export type ConcernChannel = 'staff' | 'child' | 'public'
/** How it stands. 'linked' and 'closed' are ends; 'taken-up' goes on as a case. */
export type ConcernState = 'new' | 'acknowledged' | 'taken-up' | 'advised' | 'linked' | 'closed'

/** A worry that somebody told. What they said is in sealed statements, never here. */
export interface ConcernRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  /** Random, not counted: 'C-7K2M-4P'. */
  readonly reference: string
  readonly channel: ConcernChannel
  readonly urgency: 'ordinary' | 'urgent'
  readonly state: ConcernState
  readonly reporter_id: PersonId | null
  /** What a reporter without an account called themselves, and where they can be reached; null for anonymous ones. */
  readonly reporter_name: string | null
  readonly reporter_contact: string | null
  /** Entered for somebody else, such as from an e-mail: who first told (004-384). */
  readonly told_by: string | null
  readonly reported_at: Temporal.Instant
  /** When it happened, as the reporter put it, and when they learnt of it (004-380, 004-549). */
  readonly happened: string | null
  readonly known_at: Temporal.Instant | null
  readonly platform: string | null
  readonly device: string | null
  readonly place: string | null
  /** The address of a site or the name of an account or app, as text; never shown as a link. */
  readonly address: string | null
  readonly danger: 'yes' | 'no' | 'not-known'
  readonly done_already: string | null
  /** The risk taxonomy of the pack; null until triage. */
  readonly risk: string | null
  readonly subtype: string | null
  readonly pack_hash: string
  /** The post that is to act: the one that heard first, until a clock sends it on. Null when nobody was left. */
  readonly post: PostId | null
  /** Where a clock may send it, in order. */
  readonly chain: PostId[]
  /** The conflict rules followed. */
  readonly rules: string[]
  readonly acknowledged_at: Temporal.Instant | null
  readonly acknowledged_by: PersonId | null
  readonly triaged_at: Temporal.Instant | null
  readonly triaged_by: PersonId | null
  readonly closed_at: Temporal.Instant | null
  readonly close_reason: string | null
  readonly case_id: string | null
  /** Posts and audiences it is about where nobody was named: 'headteacher', 'any-staff'. */
  readonly about_posts: PostId[]
  /** When the next of its clocks runs out; null when nothing of it waits for anybody. */
  readonly next_due: Temporal.Instant | null
}

/** What somebody said, sealed. A correction or addition is another statement; the first stays. */
export interface StatementRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly concern_id: string
  readonly kind: 'report' | 'addition' | 'advice' | 'closing' | 'triage' | 'link'
  readonly words: string
  readonly by_person: PersonId | null
  /** In which post they wrote it, where it matters: a deputy's act says so (004-053). */
  readonly as_post: PostId | null
  readonly at: Temporal.Instant
}

/** Somebody in a concern and the part they had. Named from the roster, or described where nobody knows who it was. */
export interface ConcernPersonRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly concern_id: string
  readonly person_id: PersonId | null
  readonly described: string | null
  readonly role: string
  readonly added_at: Temporal.Instant
  readonly added_by: PersonId | null
}

/** One running clock of the pack. */
export interface ConcernClockRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly concern_id: string
  readonly clock: string
  readonly starts_at: Temporal.Instant
  readonly due_at: Temporal.Instant
  readonly met_at: Temporal.Instant | null
  /** How many of the pack's escalations were done, and when the next is due. */
  readonly escalated: number
  readonly escalate_at: Temporal.Instant | null
}

/** Who was told of a concern, in which post and why: at first, because a clock ran out, or in place of somebody away. */
export interface ConcernToldRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly concern_id: string
  readonly person_id: PersonId
  readonly post: PostId
  readonly why: 'first' | 'informed' | 'overdue' | 'cover' | 'rerouted'
  readonly at: Temporal.Instant
}

/** Two concerns that belong together. Both keep everything they hold. */
export interface ConcernLinkRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly concern_id: string
  readonly other_id: string
  readonly why: string
  readonly at: Temporal.Instant
  readonly by_person: PersonId | null
}

/** A conversation with somebody who has no account: a child's bother, or an anonymous report. Opened by what they keep. */
export interface ConversationRow extends SightColumns {
  readonly school_id: SchoolId
  /** The concern's id. */
  readonly id: string
  /** Keyed hashes of the three words and of the long secret in the link. */
  readonly words_hash: string
  readonly secret_hash: string
  readonly wish: string | null
  readonly for_whom: 'me' | 'somebody-else' | null
  readonly picked: string[]
  readonly child_name: string | null
  readonly child_class: string | null
  readonly promised_by: Temporal.Instant | null
  readonly answered_at: Temporal.Instant | null
  /** When the reporter last wrote and last looked, so that an adult sees what waits and the reporter what is new. */
  readonly reporter_wrote_at: Temporal.Instant
  readonly reporter_read_at: Temporal.Instant | null
}

/** One turn of a conversation, sealed. */
export interface ConversationMessageRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly concern_id: string
  readonly from_side: 'reporter' | 'school'
  readonly words: string
  readonly by_person: PersonId | null
  readonly at: Temporal.Instant
  readonly words_hash: string
  readonly secret_hash: string
}

/** A half-written report of a signed-in person. Theirs alone, and gone when the report is sent. */
export interface DraftRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly person_id: PersonId
  readonly typed: Readonly<Record<string, unknown>>
  readonly saved_at: Temporal.Instant
}

export interface ConcernTables {
  readonly concern: ConcernRow
  readonly statement: StatementRow
  readonly concern_person: ConcernPersonRow
  readonly concern_clock: ConcernClockRow
  readonly concern_told: ConcernToldRow
  readonly concern_link: ConcernLinkRow
  readonly conversation: ConversationRow
  readonly conversation_message: ConversationMessageRow
  readonly draft: DraftRow
}
