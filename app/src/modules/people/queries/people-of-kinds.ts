import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables, PersonKind } from '../schema.js'

/** Everybody of these kinds who is of the school on a day. */
export async function peopleOfKinds(
  tx: ReadTx,
  kinds: readonly PersonKind[],
  on: Temporal.PlainDate,
): Promise<readonly PersonId[]> {
  if (kinds.length === 0) return []
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select('id')
    .where('kind', 'in', kinds)
    .where('started', '<=', on)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', on)]))
    .execute()
  return rows.map(({ id }) => id)
}
