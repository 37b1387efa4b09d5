import type { Temporal } from 'temporal-polyfill'
import type { SignerRole } from '../../engine/agreements/standing.js'
import type { AgreementText } from '../../engine/agreements/text.js'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'

/** A text exactly as people signed it, kept for good: a receipt stays readable when the pack has moved on. */
export interface AgreementTextRow {
  readonly school_id: SchoolId
  /** SHA-256 of `content`. */
  readonly hash: string
  readonly agreement: string
  readonly version: string
  readonly language: string
  /** What it says in any language; another sense is a material change. */
  readonly sense: string
  readonly content: AgreementText
  readonly since: Temporal.Instant
}

/** A post said that a text suits its readers. */
export interface SignOffRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly agreement: string
  readonly sense: string
  readonly post: PostId
  readonly by_person: PersonId
  readonly at: Temporal.Instant
}

export type SigningMethod = 'own-device' | 'class' | 'desk' | 'link' | 'letter' | 'paper'

/** Somebody signed. `subject` is whom it is about (a child, where a parent signs); a visitor is a visit, not a person. */
export interface SignatureRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly agreement: string
  readonly version: string
  readonly language: string
  readonly text_hash: string
  readonly sense: string
  readonly subject_id: PersonId | null
  readonly about_pupil: boolean
  readonly visit_id: string | null
  readonly role: SignerRole
  readonly signer_id: PersonId | null
  /** As the receipt prints it. */
  readonly signer_name: string
  readonly method: SigningMethod
  readonly recorded_by: PersonId | null
  /** Keyed hash of the link, code or session it came through, where there was no account. */
  readonly via_hash: string | null
  readonly session_id: string | null
  readonly invitation_id: string | null
  /** A child's picture and colour: 'snail green'. */
  readonly mark: string | null
  /** Where the signed paper is filed. */
  readonly paper_place: string | null
  readonly answers: Readonly<Record<string, 'yes' | 'no'>>
  /** The clauses that were shown as changed, at a renewal. */
  readonly reread: string[]
  readonly signed_at: Temporal.Instant
  readonly recorded_at: Temporal.Instant
  readonly receipt_hash: string
  readonly accepted_at: Temporal.Instant | null
  readonly accepted_by: PersonId | null
  readonly voided_at: Temporal.Instant | null
  readonly voided_by: PersonId | null
  readonly void_reason: string | null
}

/** What agreements are made with apart from signing. */
export type FactKind = 'talked-through' | 'read' | 'discussed'

export interface FactRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly agreement: string
  readonly version: string
  readonly fact: FactKind
  readonly subject_id: PersonId
  readonly about_pupil: boolean
  readonly by_person: PersonId | null
  readonly via_hash: string | null
  readonly at: Temporal.Instant
  readonly recorded_at: Temporal.Instant
}

/** A no, or a signature taken back. The reason, if one was given, lies in agreement_reason under the same id. */
export interface EndingRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly agreement: string
  readonly version: string
  readonly kind: 'refused' | 'withdrawn'
  readonly role: SignerRole
  readonly subject_id: PersonId
  readonly about_pupil: boolean
  readonly signer_id: PersonId | null
  readonly recorded_by: PersonId | null
  readonly via_hash: string | null
  readonly at: Temporal.Instant
  readonly recorded_at: Temporal.Instant
}

export interface ReasonRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly words: string
  readonly at: Temporal.Instant
}

/** A tablet that a class signs on, or the desk's, for some hours. */
export interface SigningSessionRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly kind: 'class' | 'desk'
  readonly class_code: string | null
  readonly agreement: string | null
  readonly started_by: PersonId
  readonly started_at: Temporal.Instant
  readonly ends_at: Temporal.Instant
  readonly ended_at: Temporal.Instant | null
  readonly code_hash: string
  readonly token_hash: string
}

/** One parent's way in without an account: a link sent, or a code in a letter. */
export interface InvitationRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly kind: 'link' | 'letter'
  readonly child_id: PersonId
  /** Null for a letter, which goes home with the child. */
  readonly adult_id: PersonId | null
  readonly secret_hash: string
  readonly issued_by: PersonId | null
  readonly issued_at: Temporal.Instant
  readonly expires_at: Temporal.Instant
  readonly opened_at: Temporal.Instant | null
  /** Keyed hash of the cookie of the browser that answered the question. */
  readonly browser_hash: string | null
  readonly wrong_answers: number
  readonly used_at: Temporal.Instant | null
  readonly closed_at: Temporal.Instant | null
  readonly closed_why: 'too many wrong answers' | 'replaced' | null
}

export interface AwarenessSessionRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly title: string
  readonly held_on: Temporal.PlainDate
  readonly class_code: string | null
  readonly recorded_by: PersonId | null
  readonly recorded_at: Temporal.Instant
}

export interface AwarenessAttendanceRow {
  readonly school_id: SchoolId
  readonly session_id: string
  readonly person_id: PersonId
  readonly about_pupil: boolean
  readonly attended: boolean
  readonly held_on: Temporal.PlainDate
  readonly recorded_at: Temporal.Instant
}

/** What somebody has been given behind the gate, by which decision. */
export interface AccessGrantRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly person_id: PersonId | null
  readonly visit_id: string | null
  readonly what: string
  /** The group, the device, the pass: 'Year 4 internet', 'Laptop 17'. */
  readonly detail: string | null
  readonly decision_id: string
  readonly granted_by: PersonId | null
  readonly via_hash: string | null
  readonly granted_at: Temporal.Instant
  readonly ends_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
  readonly ended_by: PersonId | null
  readonly end_reason: string | null
}

export type VisitKind = 'visitor' | 'supply' | 'community' | 'organisation'

/** Somebody who came for a while, and who is with them online. */
export interface VisitRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly kind: VisitKind
  readonly name: string
  readonly organisation: string | null
  readonly seeing: string | null
  readonly wants_guest: boolean
  readonly supervision: 'accompanied' | 'nearby' | 'alone' | null
  readonly supervisor: string | null
  readonly supervision_by: PersonId | null
  readonly supervision_at: Temporal.Instant | null
  readonly session_id: string | null
  readonly via_hash: string | null
  readonly arrived_at: Temporal.Instant
  readonly left_at: Temporal.Instant | null
}

export interface AgreementTables {
  readonly agreement_text: AgreementTextRow
  readonly agreement_sign_off: SignOffRow
  readonly agreement_signature: SignatureRow
  readonly agreement_fact: FactRow
  readonly agreement_ending: EndingRow
  readonly agreement_reason: ReasonRow
  readonly signing_session: SigningSessionRow
  readonly signing_invitation: InvitationRow
  readonly awareness_session: AwarenessSessionRow
  readonly awareness_attendance: AwarenessAttendanceRow
  readonly access_grant: AccessGrantRow
  readonly visit: VisitRow
}
