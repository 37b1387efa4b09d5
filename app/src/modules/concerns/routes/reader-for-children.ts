import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { PostId } from '../../../kernel/ids.js'

/** A post as a child of seven can follow it: whoever the policy has hear first is 'the grown-up who keeps children safe'. */
export function readerForChildren(pack: Pack, post: PostId | null): string {
  const order = pack.routing.child ?? pack.routing.first
  const [first] = order
  if (!post) return 'A grown-up outside this school'
  const deputies = pack.posts.find(({ id }) => id === first)?.deputies ?? []
  const keeper = post === first || (deputies[0] === post && order.includes(post))
  return keeper ? 'The grown-up who keeps children safe' : `The ${lowered(titleOfPost(pack, post))}`
}

const lowered = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)
