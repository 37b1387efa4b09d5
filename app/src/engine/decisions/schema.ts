import type { Temporal } from 'temporal-polyfill'
import type { ClauseId, PersonId, SchoolId } from '../../kernel/ids.js'
import type { Reason, Verdict } from './decision.js'

/** A decision as it was given. Never changed. */
export interface DecisionRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly kind: string
  readonly about_person: PersonId | null
  readonly asked_by: PersonId | null
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  readonly clauses: ClauseId[]
  readonly pack_hash: string
  readonly at: Temporal.Instant
}

export interface DecisionTables {
  readonly decision_given: DecisionRow
}
