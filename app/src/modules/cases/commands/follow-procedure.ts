import { procedureOf } from '../../../engine/packs/lookup.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { packByHash } from '../../policy/index.js'
import type { CaseRow, CaseTables } from '../schema.js'
import { changeProcedureOf } from './change-procedure.js'

const WHY = 'A concern joined the case for which the policy always follows it.'

/**
 * Sees to it that a case follows the procedure that the policy always follows for a concern which joins it: one that runs none begins
 * it; one that runs another is refused, for a nude picture must not come to rest in a case that says nothing of not looking. Returns
 * the case as it is then.
 */
export async function followProcedure(tx: Tx, row: CaseRow, procedure: string | null): Promise<CaseRow> {
  if (procedure === null || row.procedure === procedure || (await hasFollowed(tx, row, procedure))) return row
  const pack = await packByHash(tx, row.pack_hash)
  const wanted = procedureOf(pack, procedure)
  if (row.procedure === null && wanted) return changeProcedureOf(tx, row, procedure, WHY)
  const running = row.procedure === null ? undefined : procedureOf(pack, row.procedure)
  throw new Refusal(
    'invalid',
    `For this kind of risk our policy always follows ${wanted ? `“${wanted.title}”` : 'a procedure'}, and that case follows ${running ? `“${running.title}”` : 'a policy that has none'}. Take this up as a case of its own; the two cases can be linked.`,
    'decision',
  )
}

const hasFollowed = async (tx: Tx, { id }: CaseRow, procedure: string): Promise<boolean> =>
  (await tables<CaseTables>(tx)
    .selectFrom('procedure_entry')
    .select('id')
    .where('case_id', '=', id)
    .where('procedure', '=', procedure)
    .limit(1)
    .executeTakeFirst()) !== undefined
