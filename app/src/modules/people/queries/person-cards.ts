import { sql } from 'kysely'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { PeopleTables, PersonKind } from '../schema.js'

/** As much of a person as a list shows: by full name and class, never initials. */
export interface PersonCard {
  readonly id: PersonId
  readonly name: string
  readonly kind: PersonKind
  readonly class_code: string | null
  readonly year_group: string | null
  readonly job_title: string | null
}

const columns = ['id', 'kind', 'given', 'known_as', 'family', 'class_code', 'year_group', 'job_title'] as const
type Columns = Pick<PeopleTables['person'], (typeof columns)[number]>

const cardOf = ({ given, known_as, family, ...rest }: Columns): PersonCard => ({
  ...rest,
  name: `${known_as ?? given} ${family}`.trim(),
})

/** The cards of these people, by id; people whom the actor may not see are left out. */
export async function personCards(tx: ReadTx, ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonCard>> {
  if (ids.length === 0) return new Map()
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(columns)
    .where(sql<boolean>`id = ANY (${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, cardOf(row)]))
}

export interface PeopleSearch {
  readonly text: string
  readonly kinds?: readonly PersonKind[]
  readonly limit?: number
}

const words = (text: string): readonly string[] =>
  searchText(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 5)

/** Lower case without accents, for `person.search` and for what somebody types: 'Zoë' is found by 'zoe'. */
export const searchText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[%_\\]/g, ' ')
    .trim()

/**
 * People of the school today whose name or class holds every word, those whose name begins so first. Every word must
 * be found; fewer than two letters finds nobody, so that a slip does not list the school.
 */
export async function findPeople(
  tx: ReadTx,
  { text, kinds, limit = 20 }: PeopleSearch,
): Promise<readonly PersonCard[]> {
  const sought = words(text)
  if (sought.join('').length < 2) return []
  const patterns = sought.map((word) => `%${word}%`)
  const called = sql<PersonId>`(SELECT person_id FROM people_called(${patterns}::text[], ${londonDate(tx.now)}::date))`
  const query = tables<PeopleTables>(tx).selectFrom('person').select(columns).where('id', 'in', called)
  const rows = await (kinds ? query.where('kind', 'in', kinds) : query)
    .orderBy((eb) =>
      eb
        .case()
        .when('search', 'like', `${sought[0] ?? ''}%`)
        .then(0)
        .else(1)
        .end(),
    )
    .orderBy('family')
    .orderBy('given')
    .limit(limit)
    .execute()
  return rows.map(cardOf)
}
