import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables, PersonKind } from '../schema.js'

/** Somebody as lists by class need them: the first name for children's pages, the full one for grown-ups'. */
export interface RosterPerson {
  readonly id: PersonId
  readonly kind: PersonKind
  readonly name: string
  readonly first: string
  readonly family: string
  readonly class_code: string | null
  readonly year_group: string | null
  readonly born: Temporal.PlainDate | null
  readonly email: string | null
  readonly started: Temporal.PlainDate
}

export interface RosterAsked {
  readonly kinds?: readonly PersonKind[]
  readonly classCode?: string
  readonly ids?: readonly PersonId[]
}

/** Everybody of the school on the day of `tx.now`, by class and name; people whom the actor may not see are left out. */
export async function rosterAt(
  tx: ReadTx,
  { kinds, classCode, ids }: RosterAsked = {},
): Promise<readonly RosterPerson[]> {
  const today = londonDate(tx.now)
  let query = tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(['id', 'kind', 'given', 'known_as', 'family', 'class_code', 'year_group', 'born', 'email', 'started'])
    .where('started', '<=', today)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', today)]))
  if (kinds) query = query.where('kind', 'in', kinds)
  if (classCode !== undefined) query = query.where('class_code', '=', classCode)
  if (ids) query = query.where('id', 'in', ids.length > 0 ? ids : ['00000000-0000-7000-8000-000000000000' as PersonId])
  const rows = await query.orderBy('class_code').orderBy('given').orderBy('family').execute()
  return rows.map(({ given, known_as, ...row }) => {
    const first = known_as ?? given
    return { ...row, first, name: `${first} ${row.family}`.trim() }
  })
}
