import type { Temporal } from 'temporal-polyfill'
import type { Pack } from '../../engine/packs/pack.js'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'

/** A version in the making: the pack it is laid over, and, once submitted, the whole text that is agreed and approved. */
export interface PolicyDraftRow {
  readonly school_id: SchoolId
  readonly id: string
  /** The hash of the pack below the school's own changes. */
  readonly over_hash: string
  readonly over: Pack
  readonly began_at: Temporal.Instant
  readonly began_by: PersonId | null
  /** The author's word that it is current and fit for its readers. */
  readonly statement: string | null
  /** Frozen at submission, gone again when it is sent back. */
  readonly content: Pack | null
  readonly content_hash: string | null
  readonly submitted_at: Temporal.Instant | null
  readonly submitted_by: PersonId | null
  readonly ended_at: Temporal.Instant | null
  readonly ended_by: PersonId | null
  readonly ended_as: 'in-force' | 'withdrawn' | null
  readonly activation_id: string | null
  /** Posts and audiences of the steps it will need: an approver from outside may open it too. */
  readonly approver_posts: readonly string[]
}

/** What a school may edit. Entries of 'adoption' are its steps, and 'adoption' for who writes and who is asked. */
export type EditedSection = 'clause' | 'post' | 'adoption'

/** One change to one entry: the fields it gives. Null takes back all that was changed on the entry before. Never altered. */
export interface PolicyEditRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly draft_id: string
  readonly section: EditedSection
  readonly entry: string
  readonly change: Readonly<Record<string, unknown>> | null
  readonly why: string | null
  readonly at: Temporal.Instant
  readonly by_person: PersonId | null
}

/** One audience asked about a draft. */
export interface PolicyConsultationRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly draft_id: string
  /** A post or audience of the pack. */
  readonly audience: PostId
  readonly ask: string
  readonly opened_at: Temporal.Instant
  readonly opened_by: PersonId | null
  /** The last day on which it can be answered. */
  readonly closes_on: Temporal.PlainDate
}

/** What somebody said of a draft: themselves, or written down for a class, the school council, a parent at the gate. */
export interface PolicyCommentRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly draft_id: string
  readonly audience: PostId
  /** As they wish to be called; null for somebody who gave no name. */
  readonly said_by: string | null
  readonly person_id: PersonId | null
  readonly clause: string | null
  readonly words: string
  readonly at: Temporal.Instant
  readonly recorded_by: PersonId | null
}

/** What was done about a comment; the newest stands. 'changed' names the clause. */
export interface PolicyOutcomeRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly comment_id: string
  readonly outcome: 'changed' | 'not-changed' | 'elsewhere'
  readonly words: string
  readonly clause: string | null
  readonly at: Temporal.Instant
  readonly by_person: PersonId | null
}

/** One person's act on one step for one exact text. One each, however often and however fast they press. */
export interface PolicyApprovalRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly draft_id: string
  readonly hash: string
  readonly step: string
  readonly person_id: PersonId
  /** The post, or the audience, in which they acted. */
  readonly post: PostId
  readonly outcome: 'done' | 'sent-back'
  readonly meeting_on: Temporal.PlainDate | null
  readonly minute: string | null
  readonly note: string | null
  readonly at: Temporal.Instant
}

/** Whether the policy may be read by anybody; the newest stands. */
export interface PolicyPublicationRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly public: boolean
  readonly at: Temporal.Instant
  readonly by_person: PersonId | null
}

export interface AdoptionTables {
  readonly policy_draft: PolicyDraftRow
  readonly policy_edit: PolicyEditRow
  readonly policy_consultation: PolicyConsultationRow
  readonly policy_comment: PolicyCommentRow
  readonly policy_outcome: PolicyOutcomeRow
  readonly policy_approval: PolicyApprovalRow
  readonly policy_publication: PolicyPublicationRow
}
