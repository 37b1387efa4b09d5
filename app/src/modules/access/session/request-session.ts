import type { Pack } from '../../../engine/packs/pack.js'
import type { Actor } from '../../../kernel/actor.js'
import type { PersonId, SchoolId } from '../../../kernel/ids.js'
import type { School } from '../../../kernel/school.js'

/**
 * How far somebody has come: 'second-step' has shown a password or first code and owes the second factor; 'new-password'
 * and 'set-up-factor' have proved who they are and owe one thing before anything else opens; 'in' may work.
 */
export type Stage = 'second-step' | 'new-password' | 'set-up-factor' | 'in'

/** The session of one request, as it stood when the request came in. */
export interface RequestSession {
  readonly schoolId: SchoolId
  readonly sessionId: string
  /** Null only for the role cards of the example school. */
  readonly accountId: string | null
  readonly personId: PersonId
  readonly stage: Stage
  readonly shared: boolean
  /** Whether the person proved who they are within the last minutes. */
  readonly fresh: boolean
  readonly name: string
  /** The post they act in, by its title; null when they hold none. */
  readonly post: string | null
  readonly actor: Actor
  /** The school, and the policy in force in it or null: what surrounds every page. */
  readonly school: School
  readonly pack: Pack | null
}
