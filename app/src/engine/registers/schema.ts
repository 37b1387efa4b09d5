import type { Temporal } from 'temporal-polyfill'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'

/** Who may see and keep a row: posts and powers in one list, and persons who never may. Written by the declaration. */
export interface DoorColumns {
  readonly sees: string[]
  readonly keeps: string[]
  readonly never_persons: PersonId[]
}

/** An entry of a register as it stands now. Ended, never deleted. */
export interface RegisterEntryRow extends DoorColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly register: string
  readonly title: string
  /** Title and columns in small letters without accents. */
  readonly search: string
  readonly owner_post: PostId
  readonly answers: Readonly<Record<string, unknown>>
  /** People and entries of other registers that it names. */
  readonly persons: PersonId[]
  readonly links: string[]
  readonly reviewed_on: Temporal.PlainDate
  readonly expires_on: Temporal.PlainDate | null
  readonly number: number
  readonly added_at: Temporal.Instant
  readonly changed_at: Temporal.Instant
  readonly ended_at: Temporal.Instant | null
}

export type RegisterAct = 'added' | 'changed' | 'looked-at' | 'ended' | 'imported'

/** An entry as it stood from a moment on: written once. The state on any past date is read from these. */
export interface RegisterVersionRow extends DoorColumns {
  readonly school_id: SchoolId
  readonly id: string
  readonly entry_id: string
  readonly register: string
  readonly number: number
  readonly act: RegisterAct
  readonly title: string
  readonly owner_post: PostId
  readonly answers: Readonly<Record<string, unknown>>
  readonly persons: PersonId[]
  readonly links: string[]
  readonly reviewed_on: Temporal.PlainDate
  readonly expires_on: Temporal.PlainDate | null
  readonly ended: boolean
  readonly why: string | null
  readonly at: Temporal.Instant
  readonly by_person: PersonId | null
}

/** The fields of a version that fewer may see. */
export interface RegisterSecretRow extends DoorColumns {
  readonly school_id: SchoolId
  /** The id of the version. */
  readonly id: string
  readonly entry_id: string
  readonly number: number
  readonly answers: Readonly<Record<string, unknown>>
}

export interface RegisterTables {
  readonly register_entry: RegisterEntryRow
  readonly register_version: RegisterVersionRow
  readonly register_secret: RegisterSecretRow
}
