import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import type { JournalTables } from '../../../kernel/journal/entry.js'
import { record } from '../../../kernel/journal/record.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { CaseRow } from '../schema.js'
import type { Temporal } from 'temporal-polyfill'

const looked = ['case.viewed', 'case.printed'] as const

/** Notes in the journal that the actor looks at a case: once an hour for each person, so that a morning's work is one line. */
export async function noteView(tx: Tx, row: CaseRow, act: (typeof looked)[number] = 'case.viewed'): Promise<void> {
  const already = await tables<JournalTables>(tx)
    .selectFrom('journal_entry')
    .select('id')
    .where('about_table', '=', 'case_file')
    .where('about_id', '=', row.id)
    .where('act', '=', act)
    .where('person_id', '=', tx.actor.personId)
    .where('at', '>', tx.now.subtract({ hours: 1 }))
    .limit(1)
    .executeTakeFirst()
  if (!already) await record(tx, { act, about: { table: 'case_file', id: row.id }, sight: sightFrom(row) })
}

/** One look at a case. */
export interface Look {
  readonly person: PersonId
  readonly at: Temporal.Instant
  readonly printed: boolean
}

/** Who looked at a case, newest first. At most 50. */
export async function whoLooked(tx: ReadTx, caseId: string): Promise<readonly Look[]> {
  const rows = await tables<JournalTables>(tx)
    .selectFrom('journal_entry')
    .select(['person_id', 'at', 'act'])
    .where('about_table', '=', 'case_file')
    .where('about_id', '=', caseId)
    .where('act', 'in', looked)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.flatMap(({ person_id, at, act }) =>
    person_id ? [{ person: person_id as PersonId, at, printed: act === 'case.printed' }] : [],
  )
}
