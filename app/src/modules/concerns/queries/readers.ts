import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { PostId } from '../../../kernel/ids.js'
import type { ConcernRoute } from '../route-concern.js'

/** Who reads a report first, as its writer is told: the post by its title, and who acts for it now. */
export interface Readers {
  readonly post: PostId | null
  readonly title: string
  readonly names: readonly string[]
}

/** The readers of a route. Without a post nobody of the school is left, and the page says whom to ring. */
export const readersOf = (pack: Pack, { post, first }: Pick<ConcernRoute, 'post' | 'first'>): Readers => ({
  post,
  title: post ? titleOfPost(pack, post) : '',
  names: [...new Set(first.map(({ name }) => name))],
})
