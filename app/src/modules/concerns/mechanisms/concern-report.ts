import { sql } from 'kysely'
import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { activePack } from '../../policy/index.js'
import type { ConcernTables } from '../schema.js'
import { countedAt, inAYear } from './owed-at.js'
import { unreachable } from './reachable.js'

/** Anybody can report, somebody is there to hear, and each report holds what was said. */
export const concernReport: Mechanism = {
  id: 'concern-report',
  params: ClauseParams,
  page: '/report',
  check: async (tx, _params, asOf) => {
    const { pack } = await activePack(tx)
    const count = await countedAt(tx, ['staff', 'public'], asOf)
    const broken = [
      ...(await unreachable(tx, pack, pack.routing.first, asOf)),
      ...(await wordless(tx, asOf.toString())),
    ]
    return judged(`${inAYear(count, 'report')} by staff, parents and others`, broken)
  },
}

/** Concerns without a word of what was told: none can be made, and one would mean that words were lost. */
async function wordless(tx: ReadTx, asOf: string): Promise<readonly Finding[]> {
  const { rows } = await sql<{ id: string }>`SELECT c.id FROM concern c
    WHERE c.reported_at <= ${asOf}::timestamptz AND c.rules = '{}' AND c.never_persons = '{}' AND NOT EXISTS (
      SELECT 1 FROM statement s WHERE s.school_id = c.school_id AND s.concern_id = c.id AND s.kind = 'report')
    LIMIT 50`.execute(tables<ConcernTables>(tx))
  return rows.map(({ id }) => ({
    sentence: 'A concern holds nothing of what was told.',
    rows: [{ table: 'concern', id }],
    post: null,
    due: null,
  }))
}
