import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { AccessTables } from '../schema.js'
import type { AttemptBuckets } from '../session/attempt-buckets.js'
import { accountSlowness, afterFailure, sourceSlowness, waitUntil } from '../session/slow-down.js'
import type { Failures, Slowness } from '../session/slow-down.js'

/** What became of a try before it was looked at. */
export type Charge =
  | { readonly waits: Temporal.Instant }
  /** `slowsNow`: if this try fails, it is the one that makes the account wait. */
  | { readonly waits: null; readonly slowsNow: boolean }

/**
 * Counts a try as failed before it is looked at, or says until when it must wait. Charged first and forgiven on success,
 * because a hundred tries sent at once would otherwise all be looked at before the first one's failure was written.
 */
export async function chargeTry(tx: Tx, buckets: AttemptBuckets, lockAfter: number): Promise<Charge> {
  const account = await locked(tx, buckets.account)
  const source = buckets.source && (await locked(tx, buckets.source))
  const ofAccount = accountSlowness(lockAfter)
  const waits = latest(waitUntil(account, ofAccount, tx.now), waitUntil(source, sourceSlowness(lockAfter), tx.now))
  if (waits) return { waits }
  const count = await charge(tx, buckets.account, account, ofAccount)
  if (buckets.source && source) await charge(tx, buckets.source, source, sourceSlowness(lockAfter))
  return { waits: null, slowsNow: count === ofAccount.free }
}

/** Takes the charge of a try that proved right back: the account's failures are forgotten, the source's are one fewer. */
export async function forgiveTry(tx: Tx, { account, source }: AttemptBuckets): Promise<void> {
  const db = tables<AccessTables>(tx)
  await db.updateTable('sign_in_attempt').set({ count: 0 }).where('bucket', '=', account).execute()
  if (!source) return
  await db
    .updateTable('sign_in_attempt')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('bucket', '=', source)
    .where('count', '>', 0)
    .execute()
}

/** The failures of a bucket, its row made where there was none and locked until the transaction ends, in one statement. */
async function locked(tx: Tx, bucket: Buffer): Promise<Failures> {
  const { count, last_at } = await tables<AccessTables>(tx)
    .insertInto('sign_in_attempt')
    .values({ school_id: tx.actor.schoolId, bucket, count: 0, last_at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'bucket']).doUpdateSet((eb) => ({ count: eb.ref('sign_in_attempt.count') })),
    )
    .returning(['count', 'last_at'])
    .executeTakeFirstOrThrow()
  return { count, lastAt: last_at }
}

async function charge(tx: Tx, bucket: Buffer, failures: Failures, slowness: Slowness): Promise<number> {
  const { count, lastAt } = afterFailure(failures, slowness, tx.now)
  await tables<AccessTables>(tx)
    .updateTable('sign_in_attempt')
    .set({ count, last_at: lastAt })
    .where('bucket', '=', bucket)
    .execute()
  return count
}

function latest(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  if (!a || !b) return a ?? b
  return a.epochMilliseconds > b.epochMilliseconds ? a : b
}
