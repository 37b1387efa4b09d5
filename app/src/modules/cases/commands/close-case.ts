import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { closeTask } from '../../communications/index.js'
import { caseClosed } from '../events.js'
import { neededWords } from '../needed-words.js'
import { caseOf, openCaseOf } from '../queries/case-of.js'
import { whatIsOpen } from '../queries/what-is-open.js'
import type { CaseRow, CaseTables } from '../schema.js'
import { openClockTask } from './open-case.js'
import { startCaseClocks } from './duties.js'
import { redrawSteps } from './redraw-steps.js'
import { writeEntry } from './write-entry.js'

/** Closes a case with what came of it. Refuses while anything keeps it open, and names all of it. */
export async function closeCase(tx: Tx, caseId: string, words: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  const open = await whatIsOpen(tx, row)
  if (open.length > 0) {
    const things = open.map((thing) => thing.words).join('. ')
    throw new Refusal('conflict', `This case cannot be closed yet. Still open: ${things}.`)
  }
  neededWords(words, 'Write what came of it: what changed for the children, and what was learnt.')
  await writeEntry(tx, row, { kind: 'closed', words })
  await setState(tx, row, { state: 'closed', closed_at: tx.now })
  await tables<CaseTables>(tx)
    .updateTable('case_duty')
    .set({ met_at: tx.now, escalate_at: null })
    .where('case_id', '=', caseId)
    .where('met_at', 'is', null)
    .execute()
  await closeTask(tx, { about: caseId })
  await record(tx, { act: 'case.closed', about: { table: 'case_file', id: caseId }, sight: sightFrom(row) })
  await announce(tx, caseClosed, { case: caseId })
}

/** Opens a closed case again, with the reason. Its review clock runs again, and its procedure goes on where it stood. */
export async function reopenCase(tx: Tx, caseId: string, reason: string): Promise<void> {
  const row = await caseOf(tx, caseId)
  if (row.state === 'open') throw new Refusal('conflict', 'This case is open already.')
  neededWords(reason, 'Write why it is opened again.')
  const open: CaseRow = { ...row, state: 'open', closed_at: null }
  await setState(tx, row, { state: 'open', closed_at: null })
  await writeEntry(tx, open, { kind: 'reopened', words: reason })
  for (const { name, due_at } of await startCaseClocks(tx, open, ({ met }) => met === 'reviewed'))
    await openClockTask(tx, open, name, due_at)
  await redrawSteps(tx, open)
  await record(tx, { act: 'case.reopened', about: { table: 'case_file', id: caseId }, sight: sightFrom(row) })
}

const setState = (tx: Tx, row: CaseRow, set: Pick<CaseRow, 'state' | 'closed_at'>): Promise<unknown> =>
  tables<CaseTables>(tx).updateTable('case_file').set(set).where('id', '=', row.id).execute()
