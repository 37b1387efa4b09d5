import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { AgreementTables } from '../schema.js'

/** One thing that happened with somebody's agreements: 'Said no to', the agreement's id, ': too long'. */
export interface HistoryLine {
  readonly at: Temporal.Instant
  readonly deed: string
  readonly agreement: string
  readonly more: string
  readonly receipt: string | null
}

/** All that happened with somebody's agreements, newest first, as far as the actor may see it; reasons only where allowed. */
export async function personHistory(tx: ReadTx, person: PersonId): Promise<readonly HistoryLine[]> {
  const { rows } = await sql<HistoryLine>`
    SELECT signed_at AS at, signer_name || ' signed' AS deed, agreement, CASE WHEN voided_at IS NULL THEN '' ELSE ' (does not count)' END
      || coalesce('; paper filed at ' || paper_place, '') AS more, id::text AS receipt FROM agreement_signature WHERE subject_id = ${person}
    UNION ALL SELECT at, CASE fact WHEN 'read' THEN 'Read:' WHEN 'discussed' THEN 'Talked about at home:' ELSE 'Talked through:' END, agreement, '', NULL
      FROM agreement_fact WHERE subject_id = ${person}
    UNION ALL SELECT e.at, CASE kind WHEN 'refused' THEN 'Said no to' ELSE 'Took back' END, agreement, coalesce(': ' || r.words, ''), NULL
      FROM agreement_ending e LEFT JOIN agreement_reason r ON r.school_id = e.school_id AND r.id = e.id WHERE subject_id = ${person}
    ORDER BY 1 DESC LIMIT 100`.execute(tables<AgreementTables>(tx))
  return rows
}
