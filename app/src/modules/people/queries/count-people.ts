import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PeopleTables, PersonKind } from '../schema.js'

/** How many of each kind are of the school today, as far as the actor may see, most first. */
export async function countPeople(
  tx: ReadTx,
): Promise<readonly { readonly kind: PersonKind; readonly count: number }[]> {
  const today = londonDate(tx.now)
  return tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(['kind', (eb) => eb.fn.countAll<number>().as('count')])
    .where('started', '<=', today)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', today)]))
    .groupBy('kind')
    .orderBy('count', 'desc')
    .execute()
}
