import { defineEvent } from '../../kernel/events.js'
import type { Sight } from '../../kernel/db/sight.js'
import type { PersonId } from '../../kernel/ids.js'

/** A concern was reported, by any door. */
export const concernReported = defineEvent<{ readonly concern: string }>('concern.reported')

/** Somebody decided to take a concern up. Cases opens the case, under the id given, with this sight and lead. */
export const concernTakenUp = defineEvent<{
  readonly concern: string
  readonly case: string
  readonly lead: PersonId
  readonly procedure: string | null
  readonly sight: Sight
}>('concern.takenUp')

/** A concern joined a case that was open already. `follows`: the procedure that the policy always follows for its kind of risk. */
export const concernJoined = defineEvent<{
  readonly concern: string
  readonly case: string
  readonly follows: string | null
  readonly sight: Sight
}>('concern.joined')

/** The school wrote to a child, or to an anonymous reporter. */
export const reporterAnswered = defineEvent<{ readonly concern: string }>('reporter.answered')

/** Who may see a concern changed: everything that hangs on it must follow. Announced in the worker's transaction. */
export const concernResighted = defineEvent<{
  readonly concern: string
  readonly case: string | null
  readonly sight: Sight
}>('concern.resighted')
