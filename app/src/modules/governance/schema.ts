import type { Temporal } from 'temporal-polyfill'
import type { PersonId, SchoolId } from '../../kernel/ids.js'

/** The end of the journal's chain as it was told to governors on a day. A chain rebuilt later cannot have it. */
export interface JournalHeadRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly position: number
  readonly hash: Buffer
  readonly published_at: Temporal.Instant
}

/** When somebody's present look at "Is our policy kept?" began, and when the one before it did. */
export interface KeptLookRow {
  readonly school_id: SchoolId
  readonly person_id: PersonId
  readonly began_at: Temporal.Instant
  readonly before_at: Temporal.Instant | null
}

export interface GovernanceTables {
  readonly kept_look: KeptLookRow
  readonly journal_head: JournalHeadRow
}
