import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import type { PeopleTables, PersonKind } from '../schema.js'
import { audienceOf } from './posts-of.js'

/** Somebody of an audience or in a post on a day, and since when. */
export interface MemberOf {
  readonly person: PersonId
  readonly since: Temporal.PlainDate
}

const kinds: readonly PersonKind[] = ['pupil', 'staff', 'parent', 'governor', 'volunteer', 'contractor', 'visitor']

/** Everybody who, on the day of `tx.now`, belongs to an audience ('any-staff') or holds a post, each once, by id. */
export async function membersOf(tx: ReadTx, post: PostId): Promise<readonly MemberOf[]> {
  const day = londonDate(tx.now)
  const kind = kinds.find((one) => audienceOf(one) === post)
  return kind ? ofKind(tx, kind, day) : inPost(tx, post, day)
}

const ofKind = (tx: ReadTx, kind: PersonKind, day: Temporal.PlainDate): Promise<readonly MemberOf[]> =>
  tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(['id as person', 'started as since'])
    .where('kind', '=', kind)
    .where('started', '<=', day)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', day)]))
    .orderBy('id')
    .execute()

const inPost = (tx: ReadTx, post: PostId, day: Temporal.PlainDate): Promise<readonly MemberOf[]> =>
  tables<PeopleTables>(tx)
    .selectFrom('post_holding')
    .innerJoin('person', (join) =>
      join.onRef('person.school_id', '=', 'post_holding.school_id').onRef('person.id', '=', 'post_holding.person_id'),
    )
    .select(['person.id as person', (eb) => eb.fn.min('post_holding.started').as('since')])
    .where('post_holding.post', '=', post)
    .where('post_holding.started', '<=', day)
    .where((eb) => eb.or([eb('post_holding.ended', 'is', null), eb('post_holding.ended', '>=', day)]))
    .where((eb) => eb.or([eb('person.ended', 'is', null), eb('person.ended', '>=', day)]))
    .groupBy('person.id')
    .orderBy('person.id')
    .execute()
