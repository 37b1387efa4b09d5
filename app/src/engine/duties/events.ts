import { defineEvent } from '../../kernel/events.js'

/** A duty was called for. Module records opens its task. */
export const dutyCalled = defineEvent<{ readonly call: string }>('duty.called')
/** A duty was answered. `outcome` 'not-done' leaves it open. */
export const dutyAnswered = defineEvent<{
  readonly call: string
  readonly duty: string
  readonly key: string
  readonly outcome: string
}>('duty.answered')
