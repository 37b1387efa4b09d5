import { sql } from 'kysely'
import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { activePack } from '../../policy/index.js'
import type { ConcernTables } from '../schema.js'
import { answerClocks } from './bother-button.js'
import { countedAt, inAYear, owedAt } from './owed-at.js'

/** Whoever writes without an account is answered in time, can write again, and left no account behind. */
export const anonymousConversation: Mechanism = {
  id: 'anonymous-conversation',
  params: ClauseParams,
  page: null,
  check: async (tx, params, asOf) => {
    const { pack } = await activePack(tx)
    const clocks = answerClocks(pack, (params as ClauseParams).clock)
    const channels = ['child', 'public'] as const
    const { broken, due } = await owedAt(tx, pack, { clocks, channels }, asOf)
    const basis = `${inAYear(await countedAt(tx, channels, asOf), 'report')} without an account`
    return judged(basis, [...(await traced(tx, asOf.toString())), ...broken], due)
  },
}

/** A conversation tied to somebody's account is not anonymous. */
async function traced(tx: ReadTx, asOf: string): Promise<readonly Finding[]> {
  const { rows } = await sql<{ id: string }>`SELECT c.id FROM conversation v
    JOIN concern c ON c.school_id = v.school_id AND c.id = v.id
    WHERE c.reporter_id IS NOT NULL AND c.reported_at <= ${asOf}::timestamptz LIMIT 50`.execute(
    tables<ConcernTables>(tx),
  )
  return rows.map(({ id }) => ({
    sentence: 'A report without an account is tied to somebody’s account.',
    rows: [{ table: 'concern', id }],
    post: null,
    due: null,
  }))
}
