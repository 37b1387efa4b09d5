import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { postsOf } from '../../people/index.js'
import type { ConcernRow } from '../schema.js'

/**
 * In which post the actor acts on a concern: one they hold themselves where they have one, so that a deputy's act says
 * that a deputy did it (004-053), else the one they stand in for. Null for the worker and for reporters.
 */
export async function actingPost(tx: ReadTx, concern: Pick<ConcernRow, 'sight_posts'>): Promise<PostId | null> {
  const { personId, posts } = tx.actor
  if (!personId) return null
  const own = await postsOf(tx, personId)
  return (
    concern.sight_posts.find((post) => own.has(post)) ?? concern.sight_posts.find((post) => posts.has(post)) ?? null
  )
}
