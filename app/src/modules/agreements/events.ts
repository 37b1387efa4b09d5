import { defineEvent } from '../../kernel/events.js'
import type { PersonId } from '../../kernel/ids.js'

/** Somebody signed, refused or took back an agreement; `subject` is whom it is about. */
export const agreementTurned = defineEvent<{ readonly agreement: string; readonly subject: PersonId }>(
  'agreement.turned',
)
