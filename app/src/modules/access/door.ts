import type { Actor } from '../../kernel/actor.js'
import { Refusal } from '../../kernel/refusal.js'

/**
 * Somebody known, at the door: the one channel on which passwords, seeds, codes and tokens can be read or replaced. The
 * journal still names them and their posts. Only this module's routes make one.
 */
export const atTheDoor = (actor: Actor): Actor => ({ ...actor, channel: 'sign-in' })

/** Refuses unless the actor keeps the accounts. Row-level security does not ask at the door, so commands there must. */
export function requireKeeper({ powers }: Actor): void {
  if (!powers.has('access.accounts'))
    throw new Refusal('not-allowed', 'Only those who keep the accounts can do this. Ask the school office.')
}
