import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { isId } from '../../../kernel/ids.js'
import type { ConcernTables } from '../schema.js'
import { linesOf } from './concern-lines.js'
import type { KeyedLine } from './concern-lines.js'

/** The parts of the inbox: unread; mine to decide or answer; somebody else's; and what is settled. */
export const shows = ['new', 'mine', 'others', 'settled'] as const
export type Show = (typeof shows)[number]

/** Rows on one page of the inbox. One more is fetched, which only tells that there are more. */
export const pageSize = 25
/** Where counting stops: a hundred unread is answer enough, and each row counted is a row whose sight is asked. */
export const countCap = 100

const waits = sql`next_due IS NOT NULL`

const conditions: Readonly<Record<Show, (tx: ReadTx) => RawBuilder<unknown>>> = {
  new: () => sql`${waits} AND state = 'new'`,
  mine: ({ actor }) => sql`${waits} AND state <> 'new' AND acknowledged_by = ${actor.personId}`,
  others: ({ actor }) => sql`${waits} AND state <> 'new' AND acknowledged_by IS DISTINCT FROM ${actor.personId}`,
  settled: () => sql`next_due IS NULL`,
}

export interface Asked {
  readonly show: Show
  /** Where the page begins, or ends: keys of rows. What does not look like one opens the start. */
  readonly place: { readonly after: string | null; readonly before: string | null }
}

/**
 * One page of the concerns that the actor may see. What waits comes with the oldest clock first, what is settled with the
 * newest first. Keys are a clock's time and an id, so that a page neither repeats nor skips a concern while others arrive.
 * Going back (`before`), the rows come nearest first, for the list's own slicing to turn round.
 */
export async function openConcerns(tx: ReadTx, { show, place }: Asked): Promise<readonly KeyedLine[]> {
  const order = show === 'settled' ? settledOrder : waitingOrder
  const at = order.read(place.after ?? place.before ?? '')
  const on = place.before !== null && at ? order.back : order.on
  return linesOf(
    tx,
    sql`SELECT id, ${order.key} AS key, row_number() OVER (ORDER BY ${on}) AS place FROM concern
      WHERE school_id = ${tx.actor.schoolId} AND ${conditions[show](tx)} ${at ? order.beyond(at, place.before !== null) : sql``}
      ORDER BY ${on} LIMIT ${pageSize + 1}`,
  )
}

interface Order {
  readonly on: RawBuilder<unknown>
  readonly back: RawBuilder<unknown>
  readonly key: RawBuilder<unknown>
  readonly read: (key: string) => readonly string[] | null
  readonly beyond: (at: readonly string[], back: boolean) => RawBuilder<unknown>
}

const waitingOrder: Order = {
  on: sql`next_due, id`,
  back: sql`next_due DESC, id DESC`,
  key: sql`(extract(epoch FROM next_due) * 1000)::bigint || '.' || id`,
  read: (key) => {
    const [ms = '', id = ''] = key.split('.')
    return /^\d{1,15}$/.test(ms) && isId(id) ? [ms, id] : null
  },
  beyond: ([ms, id], back) =>
    sql`AND (next_due, id) ${back ? sql`<` : sql`>`} (to_timestamp(${ms}::bigint / 1000.0), ${id}::uuid)`,
}

const settledOrder: Order = {
  on: sql`id DESC`,
  back: sql`id`,
  key: sql`id::text`,
  read: (key) => (isId(key) ? [key] : null),
  beyond: ([id], back) => sql`AND id ${back ? sql`>` : sql`<`} ${id}::uuid`,
}

/** How many concerns each waiting part of the inbox holds, counted up to a hundred and one. */
export async function inboxCounts(tx: ReadTx): Promise<Readonly<Record<Exclude<Show, 'settled'>, number>>> {
  const count = (show: Show) =>
    sql`(SELECT count(*) FROM (SELECT 1 FROM concern WHERE school_id = ${tx.actor.schoolId}
      AND ${conditions[show](tx)} LIMIT ${countCap + 1}) counted)::int`
  const { rows } = await sql<{ new: number; mine: number; others: number }>`
    SELECT ${count('new')} AS new, ${count('mine')} AS mine, ${count('others')} AS others`.execute(
    tables<ConcernTables>(tx),
  )
  return rows[0] ?? { new: 0, mine: 0, others: 0 }
}
