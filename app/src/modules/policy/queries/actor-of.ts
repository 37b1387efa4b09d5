import type { Pack } from '../../../engine/packs/pack.js'
import { audienceById, postOf } from '../../../engine/packs/lookup.js'
import type { Actor } from '../../../kernel/actor.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { holdersOf, postsOf } from '../../people/index.js'
import { findActivePack } from './active-pack.js'
import { postsActedIn } from './who-acts.js'

/** What these posts and audiences allow, as the pack says. */
export const powersOf = (pack: Pack, posts: Iterable<PostId>): ReadonlySet<string> =>
  new Set([...posts].flatMap((post) => postOf(pack, post)?.powers ?? audienceById(pack, post)?.powers ?? []))

/**
 * The actor that a person is now: posts held, covered and deputised in, and the powers those give. Somebody who has
 * left has none of either. The transaction must be allowed to see the person (sign-in, worker).
 */
export async function actorOf(tx: ReadTx, person: PersonId): Promise<Actor> {
  const [own, found, holdings] = await Promise.all([postsOf(tx, person), findActivePack(tx), holdersOf(tx, null)])
  const active = own.size === 0 ? null : found
  const acted = active ? postsActedIn(active.pack, holdings, person) : []
  const posts = new Set([...own, ...acted])
  const powers = active ? powersOf(active.pack, posts) : new Set<string>()
  return { schoolId: tx.actor.schoolId, personId: person, posts, powers, channel: 'web' }
}
