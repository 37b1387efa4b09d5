import type { Temporal } from 'temporal-polyfill'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'

export type SessionKind = 'discussion' | 'awareness' | 'class' | 'transition' | 'induction'

/** People came together over one version: staff talked it through, a class met it in September, a starter was taken through it. */
export interface PolicySessionRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly hash: string
  readonly kind: SessionKind
  readonly audience: PostId
  readonly class_code: string | null
  readonly held_on: Temporal.PlainDate
  readonly points: string
  /** How it was seen that it was understood; asked of classes. */
  readonly understood: string | null
  readonly recorded_at: Temporal.Instant
  readonly recorded_by: PersonId | null
}

/** provided: they were given it. read: they say that they have read it. discussed: it was talked through with them. */
export type ReceiptFact = 'provided' | 'read' | 'discussed'

/** One fact about one person and one exact text. Never changed, never removed. */
export interface PolicyReceiptRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly hash: string
  readonly person_id: PersonId
  readonly fact: ReceiptFact
  readonly how: string
  readonly session_id: string | null
  readonly happened_on: Temporal.PlainDate
  readonly recorded_at: Temporal.Instant
  readonly recorded_by: PersonId | null
}

export type Channel = 'letter' | 'link' | 'newsletter' | 'website' | 'meeting' | 'hedgerow'

/** A whole audience was told of a version. `reached`: how many people of it got a receipt. */
export interface PolicyAnnouncementRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly hash: string
  readonly audience: PostId
  readonly channel: Channel
  readonly told_on: Temporal.PlainDate
  readonly reached: number
  readonly recorded_at: Temporal.Instant
  readonly recorded_by: PersonId | null
}

/** One look at the whole policy: by the calendar, or because something happened. Open until its outcome is recorded. */
export interface PolicyReviewRow {
  readonly school_id: SchoolId
  readonly id: string
  /** Which of the policy's cadences it serves ('every 12 months'), or the trigger ('incident'). */
  readonly cadence: string
  /** Why now, in words. */
  readonly cause: string
  readonly opened_at: Temporal.Instant
  readonly opened_by: PersonId | null
  readonly due_on: Temporal.PlainDate | null
  readonly closed_at: Temporal.Instant | null
  readonly closed_by: PersonId | null
  readonly held_on: Temporal.PlainDate | null
  readonly body: PostId | null
  readonly minute: string | null
  /** The version that was looked at. */
  readonly hash: string | null
  /** The figures that lay on the table: what each was on the day. */
  readonly input: readonly string[] | null
  readonly found: string | null
  readonly outcome: 'no-change' | 'amend' | 'not-needed' | null
}

export interface ReachTables {
  readonly policy_session: PolicySessionRow
  readonly policy_receipt: PolicyReceiptRow
  readonly policy_announcement: PolicyAnnouncementRow
  readonly policy_review: PolicyReviewRow
}
