import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../actor.js'
import type { Db } from './database.js'

export const queries: unique symbol = Symbol('queries')
export const home: unique symbol = Symbol('home')
export const known: unique symbol = Symbol('known')
declare const writes: unique symbol

/** An open transaction that can only read: PostgreSQL was told READ ONLY, and the type has no insert, update or delete. */
export interface ReadTx {
  readonly actor: Actor
  /** The injected clock's time when the transaction began, to the millisecond. One transaction, one time, so that its records agree. */
  readonly now: Temporal.Instant
  readonly [queries]: Kysely<any>
  readonly [home]: Db
  /** What this transaction, or this request, has asked already: see `askOnce`. */
  readonly [known]: Map<string, Promise<unknown>>
}

/** An open read-write transaction confined to one school and one actor. Commits when its work returns, or not at all. */
export interface Tx extends ReadTx {
  readonly [writes]: true
}

type ReadOnly<Tables> = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'executeQuery' | 'getExecutor'
>

/** The tables of one module, seen through a transaction. Each module names only its own: `tables<ConcernTables>(tx)`. */
export function tables<Tables>(tx: Tx): Kysely<Tables>
export function tables<Tables>(tx: ReadTx): ReadOnly<Tables>
export function tables<Tables>(tx: ReadTx): Kysely<Tables> {
  return tx[queries] as Kysely<Tables>
}
