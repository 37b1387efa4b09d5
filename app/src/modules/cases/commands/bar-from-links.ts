import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { CaseTables } from '../schema.js'

const [before, after] = ['Linked to case ', '.']

/** How a chronology begins the line that tells of a link. */
export const linkedTo = (number: string): string => `${before}${number}${after}`

/** Once barred, always barred: a row may bar more people than its case does, as a link to another case can. */
export const barredBesides = (never: readonly PersonId[]): RawBuilder<PersonId[]> =>
  sql`ARRAY(SELECT DISTINCT unnest(never_persons || ${[...never]}::uuid[]))`

/** Keeps people whom a case bars from the links that lead to it, and from the line in the other case that tells of them. */
export async function barFromLinks(tx: Tx, caseId: string, never: readonly PersonId[]): Promise<void> {
  if (never.length === 0) return
  const db = tables<CaseTables>(tx)
  await db
    .updateTable('case_link')
    .set({ never_persons: barredBesides(never) })
    .where('other_id', '=', caseId)
    .execute()
  await sql`UPDATE chronology_entry SET never_persons = ${barredBesides(never)} WHERE kind = 'linked' AND EXISTS (
    SELECT 1 FROM case_link l JOIN case_file c ON c.school_id = l.school_id AND c.id = l.other_id
    WHERE l.school_id = chronology_entry.school_id AND l.case_id = chronology_entry.case_id AND l.other_id = ${caseId}
      AND starts_with(chronology_entry.words, ${before}::text || c.number || ${after}::text))`.execute(db)
}
