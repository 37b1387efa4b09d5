import type { Temporal } from 'temporal-polyfill'
import type { Pack } from '../../engine/packs/pack.js'
import type { ClauseVerdict } from '../../engine/clauses/clause-state.js'
import type { ClauseId, PersonId, SchoolId } from '../../kernel/ids.js'

/** A pack in force from a day on, whole and frozen, as it was when a named person put it in force. */
export interface PackActivationRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly pack_id: string
  readonly version: string
  /** SHA-256 of the pack's canonical text, in hexadecimal: what records made under it remember. */
  readonly hash: string
  readonly content: Pack
  readonly in_force_from: Temporal.PlainDate
  readonly activated_at: Temporal.Instant
  readonly activated_by: PersonId | null
  /** What changed against the pack before it, in sentences, as the person who activated it saw them. */
  readonly differences: readonly string[]
}

/** What the school answered to a question that its pack asks; the newest answer stands. */
export interface PackAnswerRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly answered_at: Temporal.Instant
  readonly answered_by: PersonId | null
}

export interface StoredFinding {
  readonly sentence: string
  readonly rows: readonly { readonly table: string; readonly id: string }[]
  readonly post: string | null
  /** ISO instant. */
  readonly due: string | null
}

/** A clause turned from one state to another, or was first looked at. Never changed: any past date can be asked. */
export interface ClauseTurnRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly clause: ClauseId
  readonly verdict: ClauseVerdict
  readonly basis: string
  readonly findings: readonly StoredFinding[]
  readonly at: Temporal.Instant
}

export interface PolicyTables {
  readonly pack_activation: PackActivationRow
  readonly pack_answer: PackAnswerRow
  readonly clause_turn: ClauseTurnRow
}
