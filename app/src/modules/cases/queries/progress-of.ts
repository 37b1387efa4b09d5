import type { Procedure, Progress } from '../../../engine/procedures/index.js'
import { procedureOf } from '../../../engine/packs/lookup.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { packByHash } from '../../policy/index.js'
import type { CaseRow, CaseTables, ProcedureEntryRow } from '../schema.js'

/** A guided procedure as it stands in a case: the version it began with, and everything entered since it began. */
export interface Running {
  readonly procedure: Procedure
  readonly progress: Progress
}

/** The engine's view of one stored entry. */
export const entryFrom = (row: ProcedureEntryRow): Progress[number] => ({
  step: row.step as Progress[number]['step'],
  outcome: row.outcome,
  answers: row.answers,
  values: row.answer_values,
  ...(row.reason === null ? {} : { reason: row.reason }),
  by: row.by_person,
  at: row.at.toString(),
  wording: row.wording,
})

/** The procedure in hand of a case, or null for a case without one. */
export async function runningIn(tx: ReadTx, row: CaseRow): Promise<Running | null> {
  if (row.procedure === null) return null
  const procedure = procedureOf(await packByHash(tx, row.pack_hash), row.procedure)
  if (!procedure) return null
  const entries = await tables<CaseTables>(tx)
    .selectFrom('procedure_entry')
    .selectAll()
    .where('case_id', '=', row.id)
    .where('run', '=', row.run)
    .orderBy('id')
    .execute()
  return { procedure, progress: entries.map(entryFrom) }
}
