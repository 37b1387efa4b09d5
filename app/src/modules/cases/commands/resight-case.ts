import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { resightEntries } from '../../../kernel/journal/resight.js'
import { resight } from '../../communications/index.js'
import type { CaseTables } from '../schema.js'
import { sealedTables } from '../sealed.js'
import { barFromLinks, barredBesides } from './bar-from-links.js'

const sealed = Object.keys(sealedTables) as (keyof typeof sealedTables)[]
const changing = ['case_person', 'case_duty', 'case_action', 'case_link'] as const

/**
 * Sets who may see a case, on the case and on every row that hangs on it: entries, decisions, people, duties, actions,
 * agencies, parents, the procedure, notifications, mails, tasks and the journal's entries. Whoever calls it must keep
 * sight of the case; barring somebody is the worker's.
 */
export async function resightCase(tx: Tx, caseId: string, sight: Sight): Promise<void> {
  const db = tables<CaseTables>(tx)
  const columns = sightOf(sight)
  const ofPart = { ...columns, never_persons: barredBesides(sight.never) }
  for (const table of sealed) {
    const rows = await db.updateTable(table).set(ofPart).where('case_id', '=', caseId).returning('id').execute()
    await resightEntries(
      tx,
      table,
      rows.map(({ id }) => id),
      sight,
    )
  }
  for (const table of changing) await db.updateTable(table).set(ofPart).where('case_id', '=', caseId).execute()
  await barFromLinks(tx, caseId, sight.never)
  await resight(tx, caseId, sight)
  await resightEntries(tx, 'case_file', [caseId], sight)
  await db.updateTable('case_file').set(columns).where('id', '=', caseId).execute()
}
