import type { Temporal } from 'temporal-polyfill'
import { json } from './json.js'
import { tables } from './tx.js'
import type { ReadTx, Tx } from './tx.js'

interface OnceTables {
  readonly request_key: { school_id: string; key: string; person: string; outcome: unknown; at: Temporal.Instant }
}

/**
 * Does work once for a key that came with the request (a hidden field of the form). A repeated submit, or a retry after
 * a lost answer, gets the first outcome and makes nothing new; two at once wait for each other in the database.
 * The outcome must be plain JSON and hold ids only.
 */
export async function once<Outcome>(tx: Tx, key: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const db = tables<OnceTables>(tx)
  const person = tx.actor.personId ?? ''
  const claimed = await db
    .insertInto('request_key')
    .values({ school_id: tx.actor.schoolId, key, person, outcome: null, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 0n) return firstOutcome<Outcome>(tx, key)
  const outcome = await work()
  await db
    .updateTable('request_key')
    .set({ outcome: json(outcome) })
    .where('key', '=', key)
    .execute()
  return outcome
}

async function firstOutcome<Outcome>(tx: Tx, key: string): Promise<Outcome> {
  const row = await tables<OnceTables>(tx)
    .selectFrom('request_key')
    .select('outcome')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return row.outcome as Outcome
}

/** What came of a key of this person's before, or null: a page that is opened again after its form was taken in. */
export async function outcomeOf<Outcome>(tx: ReadTx, key: string): Promise<Outcome | null> {
  const row = await tables<OnceTables>(tx)
    .selectFrom('request_key')
    .select('outcome')
    .where('key', '=', key)
    .executeTakeFirst()
  return (row?.outcome ?? null) as Outcome | null
}
