import { defineEvent } from '../../kernel/events.js'

/** A pack was put in force, today or from a day to come. */
export const packActivated = defineEvent<{ readonly hash: string }>('pack.activated')
