import { defineEvent } from '../../kernel/events.js'

/** A case was opened from a concern. */
export const caseOpened = defineEvent<{ readonly case: string; readonly concern: string }>('case.opened')
/** A case was closed, with everything that had to be done done. */
export const caseClosed = defineEvent<{ readonly case: string }>('case.closed')
