import { sql } from 'kysely'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables } from '../schema.js'

/** Where mail reaches these people; those who have no address or have left are not in it. */
export async function addressesOf(tx: ReadTx, persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>> {
  const today = londonDate(tx.now)
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(['id', 'email'])
    .where(sql<boolean>`id = ANY (${[...new Set(persons)]}::uuid[])`)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', today)]))
    .execute()
  return new Map(rows.flatMap(({ id, email }) => (email ? [[id, email] as const] : [])))
}
