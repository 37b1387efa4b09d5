import { sql } from 'kysely'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import type { PeopleTables } from '../schema.js'

/** Somebody who holds or covers a post today, and whether they are away at this moment. */
export interface Holding {
  readonly post: PostId
  readonly person: PersonId
  readonly name: string
  readonly kind: 'holder' | 'cover'
  /** The id of the holding, by which it is ended. */
  readonly holding: string
  readonly away: boolean
}

const awayNow = (now: string) =>
  sql<boolean>`EXISTS (SELECT 1 FROM absence WHERE absence.school_id = person.school_id AND absence.person_id = person.id
    AND absence.from_at <= ${now}::timestamptz AND absence.to_at > ${now}::timestamptz)`

/** Everybody who holds or covers any of these posts today, present or away, holders before cover. Null asks for every post. */
export async function holdersOf(tx: ReadTx, posts: readonly PostId[] | null): Promise<readonly Holding[]> {
  const today = londonDate(tx.now)
  if (posts?.length === 0) return []
  const held = tables<PeopleTables>(tx)
    .selectFrom('post_holding')
    .innerJoin('person', (join) =>
      join.onRef('person.school_id', '=', 'post_holding.school_id').onRef('person.id', '=', 'post_holding.person_id'),
    )
    .select([
      'post_holding.post',
      'post_holding.kind',
      'post_holding.id as holding',
      'person.id as person',
      'person.given',
      'person.known_as',
      'person.family',
    ])
    .select(awayNow(tx.now.toString()).as('away'))
    .where('post_holding.started', '<=', today)
    .where((eb) => eb.or([eb('post_holding.ended', 'is', null), eb('post_holding.ended', '>=', today)]))
    .where((eb) => eb.or([eb('person.ended', 'is', null), eb('person.ended', '>=', today)]))
    .orderBy('post_holding.kind', 'desc')
    .orderBy('post_holding.started')
  const rows = await (posts ? held.where('post_holding.post', 'in', posts) : held).execute()
  return rows.map(({ given, known_as, family, ...rest }) => ({ ...rest, name: `${known_as ?? given} ${family}` }))
}
