import { home } from './db/tx.js'
import type { Tx } from './db/tx.js'

/** Something that happened, named in the past tense ('concern.reported'). A module announces it; modules above may listen. */
export interface Event<Payload> {
  readonly name: string
  /** Never set; it carries the payload's type. */
  readonly payload?: Payload
}

/** A module's ear: run in the announcer's own transaction, so that a fault in it undoes the act too. */
export interface Listener {
  readonly event: string
  readonly hear: (tx: Tx, payload: never) => Promise<void>
}

/** Declares an event. Its payload holds ids, never names or words of a child. */
export const defineEvent = <Payload>(name: string): Event<Payload> => ({ name })

/** Declares that a module listens to an event of a module below it. */
export const on = <Payload>(event: Event<Payload>, hear: (tx: Tx, payload: Payload) => Promise<void>): Listener => ({
  event: event.name,
  hear: hear as Listener['hear'],
})

/** Tells everybody who listens, one after another in the order of the modules, before the transaction commits. */
export async function announce<Payload>(tx: Tx, event: Event<Payload>, payload: Payload): Promise<void> {
  for (const listener of tx[home].listeners)
    if (listener.event === event.name) await listener.hear(tx, payload as never)
}
