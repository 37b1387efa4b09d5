import { riskOf } from '../../../engine/packs/lookup.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { packByHash } from '../../policy/index.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseRow, CaseTables } from '../schema.js'
import { writeEntry } from './write-entry.js'

export interface CaseAssessment {
  readonly risk: string
  readonly subtype: string
  readonly urgency: CaseRow['urgency']
}

/** Says anew what kind of risk a case is and how urgent: on record, so that what was thought before stays. */
export async function assessCase(tx: Tx, caseId: string, { risk, subtype, urgency }: CaseAssessment): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  const pack = await packByHash(tx, row.pack_hash)
  const known = riskOf(pack, risk)
  const kind = known?.subtypes.find(({ id }) => id === subtype)
  if (!known || !kind) throw new Refusal('invalid', 'Choose what kind of risk this is.', 'subtype')
  const set = { risk, subtype, urgency }
  await tables<CaseTables>(tx).updateTable('case_file').set(set).where('id', '=', caseId).execute()
  const words = `Risk: ${known.title}, ${kind.title}. ${urgency === 'urgent' ? 'Urgent.' : 'Not urgent.'}`
  await writeEntry(tx, row, { kind: 'note', words })
  await record(tx, {
    act: 'case.assessed',
    about: { table: 'case_file', id: caseId },
    sight: sightFrom(row),
    details: set,
  })
}
