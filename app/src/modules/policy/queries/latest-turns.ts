import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { ClauseId } from '../../../kernel/ids.js'
import type { ClauseTurnRow, PolicyTables } from '../schema.js'

/** As many histories as are remembered: the present and some past days of each school that somebody looks at. */
const most = 60
const remembered = new Map<string, ReadonlyMap<ClauseId, ClauseTurnRow>>()

/**
 * Each clause's last turn at or before an instant: what Hedgerow said of it then. Clauses not looked at by then are
 * absent. Turns are never changed, so what was read is good for as long as no later one was written down; that alone is
 * asked each time. For those who may read the turns of the school: the worker, and readers of how the policy stands.
 */
export async function latestTurns(tx: ReadTx, asOf: Temporal.Instant): Promise<ReadonlyMap<ClauseId, ClauseTurnRow>> {
  const last = await lastTurn(tx, asOf)
  if (last === null) return new Map()
  const key = `${tx.actor.schoolId} ${last}`
  const known = remembered.get(key)
  if (known) return known
  const turns = new Map((await turnsAt(tx, asOf)).map((row) => [row.clause, row]))
  if (remembered.size >= most) remembered.delete(remembered.keys().next().value ?? '')
  remembered.set(key, turns)
  return turns
}

/** The last turn of any clause that was written down by an instant; null before the first, and for who may not know. */
export async function lastTurn(tx: ReadTx, asOf: Temporal.Instant): Promise<string | null> {
  const row = await tables<PolicyTables>(tx)
    .selectFrom('clause_turn')
    .select('id')
    .where('at', '<=', asOf)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Walks from clause to clause along the index: as long as there are clauses, however many turns they have taken. */
async function turnsAt(tx: ReadTx, asOf: Temporal.Instant): Promise<readonly ClauseTurnRow[]> {
  const school = tx.actor.schoolId
  const { rows } = await sql<ClauseTurnRow>`
    WITH RECURSIVE spoken (clause) AS (
      (SELECT clause FROM clause_turn WHERE school_id = ${school} ORDER BY clause LIMIT 1)
      UNION ALL
      SELECT (SELECT t.clause FROM clause_turn t WHERE t.school_id = ${school} AND t.clause > spoken.clause
        ORDER BY t.clause LIMIT 1) FROM spoken WHERE spoken.clause IS NOT NULL)
    SELECT turn.* FROM spoken CROSS JOIN LATERAL (
      SELECT * FROM clause_turn t WHERE t.school_id = ${school} AND t.clause = spoken.clause
        AND t.at <= ${asOf.toString()}::timestamptz ORDER BY t.at DESC, t.id DESC LIMIT 1) turn
    WHERE spoken.clause IS NOT NULL`.execute(tables<PolicyTables>(tx))
  return rows
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
