import type { Pack } from '../../../engine/packs/pack.js'
import { postOf } from '../../../engine/packs/lookup.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import type { Holding } from '../../people/index.js'

/** Somebody who acts for a post now, and through which post: their own, or the one that makes them its deputy. */
export interface Acting {
  readonly post: PostId
  readonly person: PersonId
  readonly name: string
  /** The post they hold. Differs from `post` when they act as its deputy. */
  readonly through: PostId
}

const present = (holdings: readonly Holding[], post: PostId): readonly Holding[] =>
  holdings.filter((holding) => holding.post === post && !holding.away)

/**
 * Who acts for a post at this moment: its holders and cover who are here, else the first deputy post with somebody
 * here, and so on down the pack's order of cover. Empty when nobody at all is left; then the next post in the routing hears.
 * Pure: the holdings come from people, the order from the pack.
 */
export function whoActs(
  pack: Pack,
  holdings: readonly Holding[],
  post: PostId,
  seen: readonly PostId[] = [],
): readonly Acting[] {
  const here = present(holdings, post)
  if (here.length > 0) return here.map(({ person, name }) => ({ post, person, name, through: post }))
  for (const deputy of postOf(pack, post)?.deputies ?? []) {
    if (seen.includes(deputy)) continue
    const acting = whoActs(pack, holdings, deputy, [...seen, post])
    if (acting.length > 0) return acting.map(({ person, name, through }) => ({ post, person, name, through }))
  }
  return []
}

/** Every post that this person acts in now: their own, and those they deputise in because nobody who holds them is here. */
export function postsActedIn(pack: Pack, holdings: readonly Holding[], person: PersonId): readonly PostId[] {
  return pack.posts
    .map(({ id }) => id)
    .filter((post) => whoActs(pack, holdings, post).some((acting) => acting.person === person))
}
