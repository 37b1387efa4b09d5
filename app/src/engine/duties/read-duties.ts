import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { DutyAnswerRow, DutyCallRow, DutyTables } from './schema.js'

/** The calls of one instance up to `tx.now`, oldest first, as they stood then: an answer given later is not yet there. */
export async function callsOf(tx: ReadTx, duty: string, key: string): Promise<readonly DutyCallRow[]> {
  const rows = await tables<DutyTables>(tx)
    .selectFrom('duty_call')
    .selectAll()
    .where('duty', '=', duty)
    .where('key', '=', key)
    .where('called_at', '<=', tx.now)
    .orderBy('called_at')
    .orderBy('id')
    .execute()
  return rows.map((row) =>
    row.answered_at && row.answered_at.epochMilliseconds > tx.now.epochMilliseconds
      ? { ...row, answered_at: null }
      : row,
  )
}

/** The answers to calls, newest first. */
export const answersOf = async (tx: ReadTx, calls: readonly string[]): Promise<readonly DutyAnswerRow[]> =>
  calls.length === 0
    ? []
    : tables<DutyTables>(tx)
        .selectFrom('duty_answer')
        .selectAll()
        .where('call_id', 'in', [...calls])
        .where('at', '<=', tx.now)
        .orderBy('at', 'desc')
        .limit(500)
        .execute()

/** One call, or null where the actor may not see it. */
export async function findCall(tx: ReadTx, id: string): Promise<DutyCallRow | null> {
  const row = await tables<DutyTables>(tx).selectFrom('duty_call').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Of these ids, the calls that the actor may see. */
export async function visibleCalls(tx: ReadTx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await tables<DutyTables>(tx)
    .selectFrom('duty_call')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ id }) => id)
}
