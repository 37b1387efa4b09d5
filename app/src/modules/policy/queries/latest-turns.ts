import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { ClauseId } from '../../../kernel/ids.js'
import type { ClauseTurnRow, PolicyTables } from '../schema.js'

/** Each clause's last turn at or before an instant: what Hedgerow said of it then. Clauses not looked at by then are absent. */
export async function latestTurns(tx: ReadTx, asOf: Temporal.Instant): Promise<ReadonlyMap<ClauseId, ClauseTurnRow>> {
  const rows = await tables<PolicyTables>(tx)
    .selectFrom('clause_turn')
    .distinctOn('clause')
    .selectAll()
    .where('at', '<=', asOf)
    .orderBy('clause')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.clause, row]))
}

/** Every turn of one clause, newest first: its history as it was said at the time. At most 200. */
export const turnsOf = (tx: ReadTx, clause: ClauseId): Promise<readonly ClauseTurnRow[]> =>
  tables<PolicyTables>(tx)
    .selectFrom('clause_turn')
    .selectAll()
    .where('clause', '=', clause)
    .orderBy('at', 'desc')
    .limit(200)
    .execute()
