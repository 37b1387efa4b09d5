import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables } from '../schema.js'

/** Where mail reaches somebody, or null when they have no address or have left. */
export async function addressOf(tx: ReadTx, person: PersonId): Promise<string | null> {
  const today = londonDate(tx.now)
  const row = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select('email')
    .where('id', '=', person)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', today)]))
    .executeTakeFirst()
  return row?.email ?? null
}
