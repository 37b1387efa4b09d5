import type { Temporal } from 'temporal-polyfill'
import type { SchoolId } from '../../kernel/ids.js'

/** The end of the journal's chain as it was told to governors on a day. A chain rebuilt later cannot have it. */
export interface JournalHeadRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly position: number
  readonly hash: Buffer
  readonly published_at: Temporal.Instant
}

export interface GovernanceTables {
  readonly journal_head: JournalHeadRow
}
