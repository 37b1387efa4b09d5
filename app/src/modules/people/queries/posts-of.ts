import type { PersonId, PostId } from '../../../kernel/ids.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PeopleTables, PersonKind } from '../schema.js'

/** The audience that everybody of a kind belongs to: 'any-staff'. Staff who are also governors hold that as a post. */
export const audienceOf = (kind: PersonKind): PostId => `any-${kind}` as PostId

/**
 * The posts that a person holds or covers today, with the audience of their kind. Empty when they have left, or are not
 * of this school: then they can see and do nothing.
 */
export async function postsOf(tx: ReadTx, person: PersonId): Promise<ReadonlySet<PostId>> {
  const today = londonDate(tx.now)
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .leftJoin('post_holding', (join) =>
      join
        .onRef('post_holding.school_id', '=', 'person.school_id')
        .onRef('post_holding.person_id', '=', 'person.id')
        .on('post_holding.started', '<=', today)
        .on((eb) => eb.or([eb('post_holding.ended', 'is', null), eb('post_holding.ended', '>=', today)])),
    )
    .select(['person.kind', 'post_holding.post'])
    .where('person.id', '=', person)
    .where('person.started', '<=', today)
    .where((eb) => eb.or([eb('person.ended', 'is', null), eb('person.ended', '>=', today)]))
    .execute()
  const posts = rows.flatMap(({ post }) => (post ? [post] : []))
  return new Set(rows[0] ? [audienceOf(rows[0].kind), ...posts] : [])
}
