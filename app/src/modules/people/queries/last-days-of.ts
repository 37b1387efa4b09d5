import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables } from '../schema.js'

/** The recorded last days of these people (the day itself is still one of theirs); people with none are left out. */
export async function lastDaysOf(
  tx: ReadTx,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Temporal.PlainDate>> {
  if (persons.length === 0) return new Map()
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(['id', 'ended'])
    .where('id', 'in', [...new Set(persons)])
    .where('ended', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, ended }) => (ended ? [[id, ended] as const] : [])))
}
