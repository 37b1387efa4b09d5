import type { Actor } from '../../kernel/actor.js'
import { workerIn } from '../../kernel/actor.js'
import type { Db } from '../../kernel/db/database.js'
import { reading } from '../../kernel/db/in-school.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import { holdersOf, postsOf } from '../people/index.js'
import { activePack, whoActs } from '../policy/index.js'
import { withdrawnFrom } from './escalation-target.js'
import { concernOf } from './queries/concern-of.js'
import { routeConcern } from './route-concern.js'
import type { ConcernRoute, RouteInput, Subject } from './route-concern.js'

/** Who a concern is about in a way that bars them: persons by name, and posts or audiences where nobody was named. */
export interface About {
  readonly persons: readonly PersonId[]
  readonly posts: readonly PostId[]
}

/** Who counts as complained of: adults only. A child who caused harm bars nobody. */
const audienceOfPupils = 'any-pupil'

/** The subjects of a concern with every post they hold. Pupils are no subjects: they see nothing here anyway. */
export async function subjectsOf(tx: ReadTx, about: About): Promise<readonly Subject[]> {
  const named: Subject[] = []
  for (const person of about.persons) {
    const posts = [...(await postsOf(tx, person))]
    if (!posts.some((post) => post === audienceOfPupils)) named.push({ person, posts })
  }
  return [...named, ...about.posts.map((post) => ({ person: null, posts: [post] }))]
}

/**
 * Where a concern would go now. Read as the worker, because a reporter may not see who holds which post, and must not
 * learn it from a slower or faster answer.
 */
export function planRoute(
  db: Db,
  { schoolId }: Actor,
  about: About,
  how: Pick<RouteInput, 'channel' | 'urgent'>,
): Promise<ConcernRoute> {
  return reading(db, workerIn(schoolId), async (tx) => routeConcern(await routeInput(tx, about, how)))
}

/** Everything the route is decided from. The transaction must be the worker's. */
export async function routeInput(
  tx: ReadTx,
  about: About,
  how: Pick<RouteInput, 'channel' | 'urgent'>,
): Promise<RouteInput> {
  const [{ pack }, holdings, subjects] = await Promise.all([activePack(tx), holdersOf(tx, null), subjectsOf(tx, about)])
  return { pack, holdings, subjects, ...how }
}

/** Who acts for the post that has a report, at this moment and for its own reporter to know. Read as the worker. */
export function readersNow(
  db: Db,
  { schoolId }: Actor,
  pack: Pack,
  { concern, post }: { readonly concern: string; readonly post: PostId | null },
): Promise<Pick<ConcernRoute, 'post' | 'first'>> {
  return reading(db, workerIn(schoolId), async (tx) => {
    const { never_persons, rules, about_posts } = await concernOf(tx, concern)
    const holdings = (await holdersOf(tx, null)).filter(({ person }) => !never_persons.includes(person))
    return { post, first: post ? whoActs(pack, holdings, post, withdrawnFrom(pack, { rules, about_posts })) : [] }
  })
}
