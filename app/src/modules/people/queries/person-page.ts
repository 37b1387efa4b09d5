import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables, PersonRow } from '../schema.js'
import { adultsFor } from './adults-for.js'
import type { AdultFor } from './adults-for.js'

/** Somebody as their own page shows them. */
export interface PersonWhole {
  readonly row: PersonRow
  readonly name: string
  /** Who looks after them; empty for adults, and for readers who may not see families. */
  readonly adults: readonly AdultFor[]
  /** The children they look after. */
  readonly children: readonly { readonly id: PersonId; readonly name: string; readonly classCode: string | null }[]
}

/** One person, as much of them as the actor may see; null where that is nothing. */
export async function personWhole(tx: ReadTx, id: PersonId): Promise<PersonWhole | null> {
  const row = await tables<PeopleTables>(tx).selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const name = `${row.known_as ?? row.given} ${row.family}`.trim()
  return { row, name, adults: await adultsFor(tx, [id]), children: await childrenOf(tx, id) }
}

async function childrenOf(tx: ReadTx, adult: PersonId): Promise<PersonWhole['children']> {
  const today = tx.now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('responsibility')
    .innerJoin('person', (join) =>
      join
        .onRef('person.school_id', '=', 'responsibility.school_id')
        .onRef('person.id', '=', 'responsibility.child_id'),
    )
    .select(['child_id', 'given', 'known_as', 'family', 'class_code'])
    .where('adult_id', '=', adult)
    .where((eb) => eb.or([eb('responsibility.ended', 'is', null), eb('responsibility.ended', '>=', today)]))
    .orderBy('family')
    .execute()
  return rows.map((row) => ({
    id: row.child_id,
    name: `${row.known_as ?? row.given} ${row.family}`.trim(),
    classCode: row.class_code,
  }))
}
