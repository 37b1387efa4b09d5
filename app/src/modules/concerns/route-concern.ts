import { postOf } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { Sight } from '../../kernel/db/sight.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import type { Holding } from '../people/index.js'
import { whoActs } from '../policy/index.js'
import type { Acting } from '../policy/index.js'

/** Somebody a concern is about in a way that bars them from it: with every post they hold and the audience of their kind. */
export interface Subject {
  /** Null where they were not named, only said to be 'the headteacher' or 'somebody who works here'. */
  readonly person: PersonId | null
  readonly posts: readonly PostId[]
}

export interface RouteInput {
  readonly pack: Pack
  /** Everybody who holds or covers any post today. */
  readonly holdings: readonly Holding[]
  readonly subjects: readonly Subject[]
  readonly channel: 'staff' | 'child' | 'public'
  readonly urgent: boolean
}

/** Where a concern goes. */
export interface ConcernRoute {
  /** The post that hears first, or null when nobody at all is left: then a person outside the school must be rung. */
  readonly post: PostId | null
  /** Who acts for that post now. */
  readonly first: readonly Acting[]
  /** The posts that may take it, in order: cover, and where a clock may send it. */
  readonly chain: readonly PostId[]
  readonly sight: Sight
  /** Posts that are told besides, as the policy asks. */
  readonly inform: readonly PostId[]
  /** Who acts for those posts now. */
  readonly informed: readonly Acting[]
  readonly agencies: readonly string[]
  /** The conflict rules that were followed, for the record of why. */
  readonly rules: readonly string[]
}

const distinct = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)]

/**
 * Decides where a concern goes, and who must never see it. An ordinary concern goes down the pack's own order. One about
 * an adult goes where the pack's conflict rules send it: every post that a rule withdraws is out, and so is every person
 * it is about, whatever posts they hold. Where nobody was named but a post ('the headteacher'), everybody who holds or
 * covers it may be the one, so none of them sees it. Where the rules leave nobody, every other post that may triage is
 * tried, so that a worry is never routed to no one while anybody is left who may hear it.
 */
export function routeConcern(input: RouteInput): ConcernRoute {
  const { pack, subjects } = input
  const unnamed = unnamedPosts(pack, subjects)
  const never = distinct([
    ...subjects.flatMap(({ person }) => (person ? [person] : [])),
    ...input.holdings.flatMap(({ post, person }) => (unnamed.includes(post) ? [person] : [])),
  ])
  const holdings = input.holdings.filter(({ person }) => !never.includes(person))
  const rules = rulesFor(pack, subjects)
  const out = distinct([...rules.flatMap(({ withdrawn = [] }) => withdrawn), ...unnamed])
  const chain = chainOf(input, rules).filter((post) => !out.includes(post))
  const acting = [...chain, ...others(pack, out)].map((post) => ({ post, first: whoActs(pack, holdings, post, out) }))
  const { post = null, first = [] } = acting.find((one) => one.first.length > 0) ?? {}
  const inform = distinct(toInform(input, rules)).filter((told) => !out.includes(told))
  const told = rules.length > 0 ? upTo(chain, post) : chain
  return {
    post,
    first,
    chain,
    inform,
    informed: inform.flatMap((one) => whoActs(pack, holdings, one, out)),
    sight: { posts: distinct([...told, ...(post ? [post] : []), ...inform]), persons: [], never },
    agencies: distinct(rules.flatMap(({ agencies = [] }) => agencies)),
    rules: rules.map(({ id }) => id),
  }
}

type Rule = Pack['conflicts'][number]
type Rules = readonly Rule[]

/**
 * The conflict rules that a concern follows, the one that decides first. Each subject brings the rules about their posts,
 * or about their audience where no post of theirs has one. A rule that would send the concern to somebody it is also
 * about stands behind those about them: when the headteacher is also the lead, or is named beside a teacher, the rule
 * about the headteacher decides, whatever the order in the pack.
 */
export function rulesFor(pack: Pack, subjects: readonly Subject[]): Rules {
  const rules = distinct(subjects.flatMap(({ posts }) => rulesAbout(pack, posts)))
  const abouts = rules.map(({ about }) => about)
  const rank = (rule: Rule): number =>
    (rule.to.some((post) => abouts.includes(post)) ? 2 : 0) + (postOf(pack, rule.about) ? 0 : 1)
  return rules.toSorted((a, b) => rank(a) - rank(b))
}

function rulesAbout(pack: Pack, posts: readonly PostId[]): Rules {
  const fitting = pack.conflicts.filter(({ about }) => posts.includes(about))
  const ofPosts = fitting.filter(({ about }) => postOf(pack, about) !== undefined)
  return ofPosts.length > 0 ? ofPosts : fitting
}

function chainOf({ pack, channel }: RouteInput, rules: Rules): readonly PostId[] {
  if (rules.length > 0) return distinct(rules.flatMap(({ to }) => to))
  const own = channel === 'staff' ? undefined : pack.routing[channel]
  return own ?? pack.routing.first
}

function toInform({ pack, urgent }: RouteInput, rules: Rules): readonly PostId[] {
  if (rules.length > 0) return rules.flatMap(({ inform = [] }) => inform)
  return urgent ? (pack.routing.urgentAlso ?? []) : []
}

/** 'The headteacher', not named: nobody who acts through that post may have it. */
const unnamedPosts = (pack: Pack, subjects: readonly Subject[]): readonly PostId[] =>
  subjects.flatMap(({ person, posts }) => (person ? [] : posts.filter((post) => postOf(pack, post) !== undefined)))

const others = (pack: Pack, out: readonly PostId[]): readonly PostId[] =>
  pack.posts.filter(({ id, powers }) => powers.includes('concerns.triage') && !out.includes(id)).map(({ id }) => id)

/** Need-to-know: a concern about an adult is seen by the posts down to the one that hears it, not by all its cover. */
function upTo(chain: readonly PostId[], post: PostId | null): readonly PostId[] {
  const place = post ? chain.indexOf(post) : -1
  return place < 0 ? [] : chain.slice(0, place + 1)
}
