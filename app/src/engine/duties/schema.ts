import type { Temporal } from 'temporal-polyfill'
import type { ClauseId, PersonId, PostId, SchoolId } from '../../kernel/ids.js'

/** A time at which a duty was called for, with the deadline that it was given then. Answered once, or late, or never. */
export interface DutyCallRow {
  readonly school_id: SchoolId
  readonly id: string
  /** The mechanism: 'attestation'. */
  readonly duty: string
  /** Which instance of it. */
  readonly key: string
  /** Which time: 'autumn-2026'. One call a period; calls for a person, one a person and period. */
  readonly period: string
  readonly clause: ClauseId
  readonly post: PostId
  /** Whom it is about or who owes it themselves, where it is not the post's. */
  readonly person_id: PersonId | null
  /** 'calendar', or the event that called for it: 'joining'. */
  readonly cause: string
  /** What the event was about: an incident, a version. */
  readonly about_table: string | null
  readonly about_id: string | null
  readonly called_at: Temporal.Instant
  readonly due_at: Temporal.Instant
  readonly answered_at: Temporal.Instant | null
  readonly escalated_at: Temporal.Instant | null
  readonly escalated_to: PostId | null
  readonly sees: string[]
}

export type DutyOutcome = 'done' | 'nothing-found' | 'not-done'

/** What somebody answered. Written once; a later answer lies on top. */
export interface DutyAnswerRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly call_id: string
  readonly outcome: DutyOutcome
  readonly words: string
  readonly link: string | null
  readonly figures: Readonly<Record<string, number>>
  /** What was asked, as it was shown. */
  readonly asked: string
  readonly at: Temporal.Instant
  readonly by_person: PersonId | null
  readonly as_post: PostId
  /** Whether they answered as the post's deputy. */
  readonly as_deputy: boolean
  readonly sees: string[]
}

export interface DutyTables {
  readonly duty_call: DutyCallRow
  readonly duty_answer: DutyAnswerRow
}
