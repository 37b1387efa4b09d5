import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { postsOf } from '../../people/index.js'
import type { CaseRow } from '../schema.js'

/**
 * The post in which the actor writes into a case: one they hold themselves where they have one, so that a deputy's act says
 * that a deputy did it (004-053), else the one they stand in for. Null for the worker and for those given it by name.
 */
export async function actingPost(tx: ReadTx, { sight_posts }: Pick<CaseRow, 'sight_posts'>): Promise<PostId | null> {
  const { personId, posts } = tx.actor
  if (!personId) return null
  const own = await postsOf(tx, personId)
  return sight_posts.find((post) => own.has(post)) ?? sight_posts.find((post) => posts.has(post)) ?? null
}
