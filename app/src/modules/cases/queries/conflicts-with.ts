import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { ConcernCard } from '../../concerns/index.js'
import { holdersOf } from '../../people/index.js'
import { packByHash, postsActedIn } from '../../policy/index.js'
import type { CaseRow } from '../schema.js'

/**
 * Whether the conflict rules that routed a case's concerns take it away from this person: they act in a post that a rule
 * withdraws or is about, and in none of the posts that the case is open to. The subject may not have been named at all.
 */
export async function conflictsWith(
  tx: ReadTx,
  row: CaseRow,
  concerns: readonly Pick<ConcernCard, 'rules'>[],
  person: PersonId,
): Promise<boolean> {
  const pack = await packByHash(tx, row.pack_hash)
  const followed = new Set(concerns.flatMap(({ rules }) => rules))
  const rules = pack.conflicts.filter(({ id }) => followed.has(id))
  if (rules.length === 0) return false
  const held = (await holdersOf(tx, null)).filter((holding) => holding.person === person).map(({ post }) => post)
  const acted = [...held, ...postsActedIn(pack, await holdersOf(tx, null), person)]
  const out = rules.flatMap(({ about, withdrawn = [] }) => [about, ...withdrawn])
  return acted.some((post) => out.includes(post)) && !acted.some((post) => row.sight_posts.includes(post))
}
