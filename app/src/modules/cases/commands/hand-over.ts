import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { moveTask } from '../../communications/index.js'
import { personCards } from '../../people/index.js'
import { actorOf } from '../../policy/index.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseRow, CaseTables } from '../schema.js'
import { mayBeTrusted, widen } from './change-sight.js'
import { tellLead } from './open-case.js'
import { writeEntry } from './write-entry.js'

/** Hands the lead of a case to somebody whose posts allow it, with the reason. The new lead is told, and sees it by name. */
export async function handOver(tx: Tx, caseId: string, lead: PersonId, reason: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  neededWords(reason, 'Write why the lead changes.', 'reason')
  if (lead === row.lead) throw new Refusal('conflict', 'They lead this case already.', 'person')
  await mayBeTrusted(tx, row, lead)
  const { powers } = await actorOf(tx, lead)
  if (!powers.has('cases.lead'))
    throw new Refusal('not-allowed', 'Their posts do not let them lead a case. Choose another.', 'person')
  const seen = row.sight_persons.includes(lead) ? row : await widen(tx, row, lead, 'Takes over the lead.')
  await changeLead(tx, seen, lead, reason)
}

/** Writes a change of lead: the case, the chronology, the open tasks of the lead, the journal. */
export async function changeLead(tx: Tx, row: CaseRow, lead: PersonId, reason: string): Promise<CaseRow> {
  const changed = { ...row, lead }
  await tables<CaseTables>(tx).updateTable('case_file').set({ lead }).where('id', '=', row.id).execute()
  const cards = await personCards(tx, [row.lead, lead])
  const name = (person: PersonId) => cards.get(person)?.name ?? 'Somebody'
  await writeEntry(tx, changed, { kind: 'lead', words: `From ${name(row.lead)} to ${name(lead)}. ${reason}` })
  await moveLeadTasks(tx, changed)
  const details = { from: row.lead, to: lead }
  await record(tx, {
    act: 'case.handed-over',
    about: { table: 'case_file', id: row.id },
    sight: sightFrom(changed),
    details,
  })
  await tellLead(tx, changed, 'case-handed-over')
  return changed
}

async function moveLeadTasks(tx: Tx, row: CaseRow): Promise<void> {
  const owed = await tables<CaseTables>(tx)
    .selectFrom('case_duty')
    .select(['kind', 'name', 'post'])
    .where('case_id', '=', row.id)
    .where('met_at', 'is', null)
    .execute()
  for (const { kind, name, post } of owed) {
    if (kind === 'clock') await moveTask(tx, `case:${row.id}:${name}`, { person: row.lead })
    else if (post === null || !row.sight_posts.includes(post))
      await moveTask(tx, `case:${row.id}:step`, { person: row.lead })
  }
}
