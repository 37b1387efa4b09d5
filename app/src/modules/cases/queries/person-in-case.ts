import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { CaseTables } from '../schema.js'

/** The row by which somebody of the school is in a case, or null when they are not in it. */
export async function personInCase(tx: ReadTx, caseId: string, person: PersonId): Promise<string | null> {
  const row = await tables<CaseTables>(tx)
    .selectFrom('case_person')
    .select('id')
    .where('case_id', '=', caseId)
    .where('person_id', '=', person)
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}
