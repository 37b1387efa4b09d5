import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables } from '../schema.js'

/** An adult who looks after a child, whether they have parental responsibility in law, and whether the school may turn to them. */
export interface AdultFor {
  readonly child: PersonId
  readonly adult: PersonId
  readonly name: string
  readonly relationship: string
  readonly parental_responsibility: boolean | null
  /** False: the school must not turn to them, for example by order of a court. Null where nobody said. */
  readonly contactable: boolean | null
  readonly phone: string | null
}

/** The adults for these children today, the one to ring first first. Empty for actors who may not see families. */
export async function adultsFor(tx: ReadTx, children: readonly PersonId[]): Promise<readonly AdultFor[]> {
  if (children.length === 0) return []
  const today = tx.now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('responsibility')
    .innerJoin('person', (join) =>
      join
        .onRef('person.school_id', '=', 'responsibility.school_id')
        .onRef('person.id', '=', 'responsibility.adult_id'),
    )
    .select(['child_id', 'adult_id', 'given', 'known_as', 'family', 'relationship'])
    .select(['parental_responsibility', 'contactable', 'phone'])
    .where('child_id', 'in', children)
    .where((eb) => eb.or([eb('responsibility.ended', 'is', null), eb('responsibility.ended', '>=', today)]))
    .orderBy('priority')
    .execute()
  return rows.map((row) => ({
    child: row.child_id,
    adult: row.adult_id,
    name: `${row.known_as ?? row.given} ${row.family}`.trim(),
    relationship: row.relationship,
    parental_responsibility: row.parental_responsibility,
    contactable: row.contactable,
    phone: row.phone,
  }))
}
