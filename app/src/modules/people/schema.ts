import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../kernel/calendar/school-calendar.js'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'

/** What somebody is to the school. Each kind belongs to an audience of the pack: a 'staff' person to 'any-staff'. */
export type PersonKind = 'pupil' | 'staff' | 'parent' | 'governor' | 'volunteer' | 'contractor' | 'visitor'

/** Somebody the policy covers. Ended, never deleted. */
export interface PersonRow {
  readonly school_id: SchoolId
  readonly id: PersonId
  readonly kind: PersonKind
  readonly given: string
  readonly family: string
  /** The name they go by, where it is not the given one. */
  readonly known_as: string | null
  readonly born: Temporal.PlainDate | null
  readonly class_code: string | null
  /** 'N', 'R' or '1' to '6'. */
  readonly year_group: string | null
  readonly job_title: string | null
  readonly email: string | null
  readonly phone: string | null
  /** Which system the row came from, and its id there; null for people added by hand. */
  readonly source: string | null
  readonly source_id: string | null
  readonly started: Temporal.PlainDate
  /** The last day, or null. From the day after, they are no longer of the school. */
  readonly ended: Temporal.PlainDate | null
  /** Lower-case name and class, for finding people. */
  readonly search: string
  readonly recorded_at: Temporal.Instant
}

/** What fewer people may know of somebody. */
export interface PersonDetailRow {
  readonly school_id: SchoolId
  /** The person's id. */
  readonly id: PersonId
  readonly upn: string | null
  readonly username: string | null
  readonly needs: string[]
}

/** One import that was carried out: who brought which files, and what it did, in numbers. */
export interface ImportRunRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly started_at: Temporal.Instant
  readonly by_person: PersonId | null
  readonly files: string[]
  readonly outcome: Readonly<Record<string, number>>
}

/** Which heading of a file means what, remembered by the headings' fingerprint for the next file of that shape. */
export interface ImportMappingRow {
  readonly school_id: SchoolId
  readonly fingerprint: string
  readonly mapping: unknown
  readonly saved_at: Temporal.Instant
}

/** Who looks after whom, and whether in law. */
export interface ResponsibilityRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly child_id: PersonId
  readonly adult_id: PersonId
  readonly relationship: string
  /** Children Act 1989, section 3. Null where the file did not say. */
  readonly parental_responsibility: boolean | null
  /** Whether the school may ring them; null where the file did not say. */
  readonly contactable: boolean | null
  /** 1 is rung first. */
  readonly priority: number
  readonly started: Temporal.PlainDate
  readonly ended: Temporal.PlainDate | null
}

/** Who holds, or covers, a post of the pack, on which days (both included). */
export interface PostHoldingRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly post: PostId
  readonly person_id: PersonId
  readonly kind: 'holder' | 'cover'
  readonly started: Temporal.PlainDate
  readonly ended: Temporal.PlainDate | null
  readonly recorded_at: Temporal.Instant
  readonly recorded_by: PersonId | null
}

/** When somebody cannot act; why is nobody's business. */
export interface AbsenceRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly person_id: PersonId
  readonly from_at: Temporal.Instant
  readonly to_at: Temporal.Instant
  readonly recorded_at: Temporal.Instant
  readonly recorded_by: PersonId | null
}

/** The school's terms, closures and hours; the newest row is in force, the older ones say what was thought before. */
export interface CalendarRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly calendar: SchoolCalendar
  readonly recorded_at: Temporal.Instant
  readonly recorded_by: PersonId | null
}

export interface PeopleTables {
  readonly person: PersonRow
  readonly person_detail: PersonDetailRow
  readonly import_run: ImportRunRow
  readonly import_mapping: ImportMappingRow
  readonly responsibility: ResponsibilityRow
  readonly post_holding: PostHoldingRow
  readonly absence: AbsenceRow
  readonly school_calendar: CalendarRow
}
