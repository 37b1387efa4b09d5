import { defineEvent } from '../../kernel/events.js'

/** An entry of a register was added, changed, looked at or ended. */
export const registerChanged = defineEvent<{ readonly register: string; readonly entry: string }>('register.changed')
