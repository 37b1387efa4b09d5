import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { isId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { CaseRow, CaseTables } from '../schema.js'

/** A case that the actor may see. Refuses alike when there is none and when they may not: the answer must not tell which. */
export async function caseOf(tx: ReadTx, id: string): Promise<CaseRow> {
  const row = isId(id)
    ? await tables<CaseTables>(tx).selectFrom('case_file').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new Refusal('not-found', 'There is no such case, or it is not yours to see.')
  return row
}

/**
 * The same, to be written into, and held until this transaction ends: whoever writes into a case that somebody else is just
 * closing comes after. Refuses once it is closed: then it must be opened again first, with a reason.
 */
export async function openCaseOf(tx: Tx, id: string): Promise<CaseRow> {
  if (isId(id))
    await tables<CaseTables>(tx).selectFrom('case_file').select('id').where('id', '=', id).forUpdate().execute()
  const row = await caseOf(tx, id)
  if (row.state === 'closed') throw new Refusal('conflict', 'This case is closed. Open it again first, and say why.')
  return row
}
