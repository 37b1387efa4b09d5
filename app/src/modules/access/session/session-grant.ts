import type { Temporal } from 'temporal-polyfill'
import type { SchoolId } from '../../../kernel/ids.js'

/** A session that was just begun or renewed, for the browser. `token` is a secret. */
export interface SessionGrant {
  readonly schoolId: SchoolId
  readonly token: string
  readonly shared: boolean
  /** How long from now until it ends whatever happens. */
  readonly lasts: Temporal.Duration
}
