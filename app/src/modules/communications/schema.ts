import type { Temporal } from 'temporal-polyfill'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'
import type { SightColumns } from '../../kernel/db/sight.js'
import type { NotificationKind, TaskKind } from './kinds.js'

/** Something one person is told in Hedgerow. It says that something waits and where, never what it says. */
export interface NotificationRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly person_id: PersonId
  readonly kind: NotificationKind
  readonly about_table: string
  readonly about_id: string
  readonly url: string
  readonly at: Temporal.Instant
  readonly read_at: Temporal.Instant | null
}

/** A mail in the outbox: waiting, sent, or given up after many tries. */
export interface MessageRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly person_id: PersonId
  readonly address: string
  /** 'week': the mail of the week, which stands for no notification. */
  readonly kind: NotificationKind | 'week'
  readonly url: string
  readonly about_id: string
  readonly at: Temporal.Instant
  readonly sent_at: Temporal.Instant | null
  readonly tries: number
  readonly last_fault: string | null
  /** How many things waited when a mail of the week was written, and how many of them were late. */
  readonly waiting: number | null
  readonly late: number | null
}

/** What one post or person owes, by when. Its key names the duty, so that asking twice makes one task. */
export interface TaskRow extends SightColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly key: string
  readonly kind: TaskKind
  readonly post: PostId | null
  readonly person_id: PersonId | null
  readonly about_table: string
  readonly about_id: string
  /** The reference people use for it: 'C-7K2M-4P'. Never a name. */
  readonly label: string
  readonly url: string
  readonly due_at: Temporal.Instant | null
  readonly opened_at: Temporal.Instant
  readonly closed_at: Temporal.Instant | null
  /** Who of those whose task it is said that they do it, and when. */
  readonly taken_by: PersonId | null
  readonly taken_at: Temporal.Instant | null
}

/** How one person is reminded. Nobody has a row before they choose: they get the mail of the week, and no calendar. */
export interface ReminderRow {
  readonly school_id: SchoolId
  readonly person_id: PersonId
  readonly weekly_mail: boolean
  /** SHA-256 of what their calendar's address carries, in hexadecimal; null for no address. */
  readonly calendar_hash: string | null
  readonly calendar_since: Temporal.Instant | null
}

export interface CommunicationsTables {
  readonly reminder: ReminderRow
  readonly notification: NotificationRow
  readonly message: MessageRow
  readonly task: TaskRow
}
