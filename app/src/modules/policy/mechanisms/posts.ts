import { ClauseParams, named } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { postOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { holdersOf } from '../../people/index.js'
import type { Holding } from '../../people/index.js'
import { activePack } from '../queries/active-pack.js'
import { whoActs } from '../queries/who-acts.js'

const headteacher = 'headteacher' as PostId

/** A post that nobody holds, or whose holders are all away with nobody to act for them. */
function findingFor(pack: Pack, holdings: readonly Holding[], post: PostId): Finding | null {
  const title = postOf(pack, post)?.title ?? post
  const held = holdings.filter((holding) => holding.post === post)
  const who = { post: post === headteacher ? ('chair-of-governors' as PostId) : headteacher, rows: [], due: null }
  if (held.length === 0) return { ...who, sentence: `Nobody holds the post of ${title}.` }
  if (whoActs(pack, holdings, post).length > 0) return null
  const rows = held.map(({ person }) => ({ table: 'person', id: person }))
  return { ...who, rows, sentence: `The ${title} is away and nobody acts for them.` }
}

/** The posts a clause speaks of, or every required post of the pack; a post that the pack no longer has is left to the loader. */
function postsOf(pack: Pack, params: ClauseParams): readonly PostId[] {
  const spoken = [...(named(params.post) ?? []), ...(named(params.posts) ?? [])] as PostId[]
  return spoken.length > 0 ? spoken : pack.posts.filter(({ required }) => required).map(({ id }) => id)
}

/** Posts are held, and covered when their holder is away. Judged as of the date by the dates on the holdings. */
export const postsMechanism: Mechanism = {
  id: 'posts',
  params: ClauseParams,
  page: '/people/posts',
  check: async (tx: ReadTx, params: ClauseParams, asOf) => {
    const then: ReadTx = { ...tx, now: asOf }
    const { pack } = await activePack(tx)
    const holdings = await holdersOf(then, null)
    const posts = postsOf(pack, params)
    const found = posts.flatMap((post) => findingFor(pack, holdings, post) ?? [])
    return judged(`${posts.length} ${posts.length === 1 ? 'post' : 'posts'} looked at`, found)
  },
}
