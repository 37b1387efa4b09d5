import type { Pack } from '../../engine/packs/pack.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import type { Holding } from '../people/index.js'
import { whoActs } from '../policy/index.js'
import type { Acting } from '../policy/index.js'
import type { ConcernRow } from './schema.js'

export interface Escalating {
  readonly pack: Pack
  /** Everybody who holds or covers any post today. */
  readonly holdings: readonly Holding[]
  readonly concern: Pick<ConcernRow, 'chain' | 'rules' | 'about_posts' | 'never_persons' | 'sight_posts'>
  /** The post that the pack's clock names; null when somebody is only to be found in place of an empty post. */
  readonly to: PostId | null
  readonly told: readonly PersonId[]
}

/** Where an unmet clock sends a concern: the post, and who acts for it now. */
export interface EscalationTarget {
  readonly post: PostId
  readonly acting: readonly Acting[]
}

/**
 * Who hears when a clock runs out. The post that the pack names, unless the concern must not go there: then the next of
 * its own order. A concern under a conflict rule never leaves its own order for the clock's sake: when all of it was told,
 * they are told again. Only where nobody of that order is here does any other post that may triage hear.
 */
export function escalationTarget(input: Escalating): EscalationTarget | null {
  const { told } = input
  const own = reachable(input, ownOrder(input))
  const fresh = own.find(({ acting }) => acting.some(({ person }) => !told.includes(person)))
  return fresh ?? own[0] ?? reachable(input, triaging(input.pack))[0] ?? null
}

/** Those of these posts that the concern may go to and for which somebody acts now. */
function reachable({ pack, concern, ...input }: Escalating, posts: readonly PostId[]): readonly EscalationTarget[] {
  const holdings = input.holdings.filter(({ person }) => !concern.never_persons.includes(person))
  const out = withdrawnFrom(pack, concern)
  return posts
    .filter((post) => !out.includes(post))
    .map((post) => ({ post, acting: whoActs(pack, holdings, post, out) }))
    .filter(({ acting }) => acting.length > 0)
}

function ownOrder({ concern: { chain, rules }, to }: Escalating): readonly PostId[] {
  const named = to && (rules.length === 0 || chain.includes(to)) ? [to] : []
  return [...new Set([...named, ...chain])]
}

const triaging = (pack: Pack): readonly PostId[] =>
  pack.posts.filter(({ powers }) => powers.includes('concerns.triage')).map(({ id }) => id)

/** The posts that the concern's conflict rules withdraw, and those it is about. */
export function withdrawnFrom(
  pack: Pack,
  { rules, about_posts }: Pick<ConcernRow, 'rules' | 'about_posts'>,
): readonly PostId[] {
  const followed = pack.conflicts.filter(({ id }) => rules.includes(id))
  return [...followed.flatMap(({ withdrawn = [] }) => withdrawn), ...about_posts]
}
