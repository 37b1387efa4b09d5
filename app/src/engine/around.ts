import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../kernel/calendar/school-calendar.js'
import type { ReadTx } from '../kernel/db/tx.js'
import type { ClauseId, PersonId, PostId } from '../kernel/ids.js'
import type { Pack } from './packs/pack.js'

/** Somebody of an audience or in a post, and since which day. */
export interface Member {
  readonly person: PersonId
  readonly since: Temporal.PlainDate
}

/**
 * What registers, duties and notices ask of the school around them. Module policy answers (`schoolAround`); it is handed in,
 * because an engine knows no module. All of it is answered for `tx.now`, so a past date is asked with `at(tx, asOf)`.
 */
export interface SchoolAround {
  readonly calendar: (tx: ReadTx) => Promise<SchoolCalendar>
  /** The pack in force, or null. */
  readonly pack: (tx: ReadTx) => Promise<Pack | null>
  /** Since when a clause has been in force, or null: nothing was owed before. */
  readonly since: (tx: ReadTx, clause: ClauseId) => Promise<Temporal.Instant | null>
  /** Everybody who holds this post, or belongs to this audience, that day. */
  readonly members: (tx: ReadTx, post: PostId) => Promise<readonly Member[]>
}

/** The same transaction, asked as of another moment. */
export const at = (tx: ReadTx, asOf: Temporal.Instant): ReadTx => ({ ...tx, now: asOf })
