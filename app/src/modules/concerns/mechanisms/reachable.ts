import { Temporal } from 'temporal-polyfill'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { holdersOf } from '../../people/index.js'
import { whoActs } from '../../policy/index.js'

/** Who is away at an instant is known only for now; for a past one only what the records say is asked. */
const isNow = (tx: ReadTx, asOf: Temporal.Instant): boolean =>
  Temporal.Instant.compare(asOf, tx.now.subtract({ minutes: 5 })) >= 0

/** A finding where, at this moment, nobody at all acts for any of these posts. */
export async function unreachable(
  tx: ReadTx,
  pack: Pack,
  posts: readonly PostId[],
  asOf: Temporal.Instant,
): Promise<readonly Finding[]> {
  if (!isNow(tx, asOf)) return []
  const holdings = await holdersOf(tx, null)
  if (posts.some((post) => whoActs(pack, holdings, post).length > 0)) return []
  const titles = posts.map((post) => titleOfPost(pack, post)).join(', ')
  const sentence = `Nobody can hear a concern now: all of these posts are empty or away: ${titles}.`
  return [{ sentence, rows: [], post: 'headteacher' as PostId, due: null }]
}
