import type { Actor } from '../actor.js'
import { known } from './tx.js'
import type { ReadTx } from './tx.js'

type Answers = Map<string, Promise<unknown>>

const requests = new WeakMap<Actor, Answers>()

/** What an actor's next transaction knows when it begins: nothing, unless the actor was made for one request. */
export const knownTo = (actor: Actor): Answers => requests.get(actor) ?? new Map<string, Promise<unknown>>()

/**
 * Lets the transactions of one request share what `askOnce` answered in this one. Only for an actor that was made for
 * that request and dies with it: one that lives on would act by yesterday's calendar.
 */
export const rememberForRequest = (tx: ReadTx, actor: Actor): void => void requests.set(actor, tx[known])

/**
 * Asks what every part of a page wants to know (the calendar, the policy in force, the school) once per transaction, and
 * once per request where `identify` asked first. For what any post of the school may see alike, and nothing else: an
 * answer is shared by transactions of other channels.
 */
export function askOnce<Answer>(tx: ReadTx, what: string, ask: () => Promise<Answer>): Promise<Answer> {
  const answered = tx[known].get(what) as Promise<Answer> | undefined
  if (answered) return answered
  const asked = ask()
  tx[known].set(what, asked)
  asked.catch(() => tx[known].delete(what))
  return asked
}

/** After a change of what `askOnce` may have answered. */
export const askAgain = (tx: ReadTx, what: string): void => void tx[known].delete(what)
