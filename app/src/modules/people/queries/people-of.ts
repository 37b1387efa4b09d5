import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables, PersonKind } from '../schema.js'

/** One of the people of a kind, with the day on which they came. */
export interface PersonOfKind {
  readonly id: PersonId
  readonly name: string
  readonly kind: PersonKind
  readonly classCode: string | null
  readonly yearGroup: string | null
  readonly jobTitle: string | null
  readonly started: Temporal.PlainDate
}

/** Everybody of these kinds who is of the school on the day of an instant, by family name. The actor sees as many as they may. */
export async function peopleOf(
  tx: ReadTx,
  kinds: readonly PersonKind[],
  asOf: Temporal.Instant = tx.now,
): Promise<readonly PersonOfKind[]> {
  if (kinds.length === 0) return []
  const day = londonDate(asOf)
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(['id', 'kind', 'given', 'known_as', 'family', 'class_code', 'year_group', 'job_title', 'started'])
    .where('kind', 'in', kinds)
    .where('started', '<=', day)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', day)]))
    .orderBy('family')
    .orderBy('given')
    .execute()
  return rows.map(({ given, known_as, family, class_code, year_group, job_title, ...rest }) => ({
    ...rest,
    name: `${known_as ?? given} ${family}`.trim(),
    classCode: class_code,
    yearGroup: year_group,
    jobTitle: job_title,
  }))
}
