import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { sourceKey } from '../import/roster.js'
import type { PeopleTables } from '../schema.js'

/** Everybody who came from a file, by `sourceKey` of where they came from. */
export async function peopleBySource(tx: ReadTx): Promise<ReadonlyMap<string, PersonId>> {
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(['id', 'source', 'source_id'])
    .where('source', 'is not', null)
    .execute()
  return new Map(
    rows.map(({ id, source, source_id }) => [sourceKey({ system: source ?? '', id: source_id ?? '' }), id]),
  )
}
