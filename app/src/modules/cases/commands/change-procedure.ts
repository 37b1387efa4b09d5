import { procedureOf } from '../../../engine/packs/lookup.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { packByHash } from '../../policy/index.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseRow, CaseTables } from '../schema.js'
import { redrawSteps } from './redraw-steps.js'
import { writeEntry } from './write-entry.js'

/** Starts a procedure in a case, or goes on with another one, with the reason. What was entered before stays on record. */
export async function startProcedure(tx: Tx, caseId: string, procedure: string, reason: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  if (row.procedure === procedure) throw new Refusal('conflict', 'This procedure runs already.', 'procedure')
  if (row.procedure !== null) neededWords(reason, 'Write why the case goes on with another procedure.', 'reason')
  await redrawSteps(tx, await changeProcedureOf(tx, row, procedure, reason))
}

/** Puts a case on another procedure of the pack it began under, from its first step. Returns the case as it is then. */
export async function changeProcedureOf(tx: Tx, row: CaseRow, procedure: string, reason: string): Promise<CaseRow> {
  const known = procedureOf(await packByHash(tx, row.pack_hash), procedure)
  if (!known) throw new Refusal('invalid', 'Choose one of the procedures of the policy.', 'procedure')
  const set = { procedure, run: row.run + 1 }
  await tables<CaseTables>(tx).updateTable('case_file').set(set).where('id', '=', row.id).execute()
  const words = `The case goes on with “${known.title}”, version ${known.version}.`
  await writeEntry(tx, row, { kind: 'procedure', words: reason.trim() ? `${words} ${reason}` : words })
  const details = { procedure, version: known.version, before: row.procedure }
  await record(tx, {
    act: 'procedure.started',
    about: { table: 'case_file', id: row.id },
    sight: sightFrom(row),
    details,
  })
  return { ...row, ...set }
}
