import type { PostId } from '../../kernel/ids.js'
import type { Post } from './schema/sections.js'

const AUDIENCES = {
  staff: 'any-staff',
  governor: 'any-governor',
  outside: 'any-contractor',
  volunteer: 'any-volunteer',
} as const satisfies Readonly<Record<Post['heldBy'], string>>

/** The audience to which the holder of a post belongs by holding it. */
export const audienceOf = (post: Post): PostId => AUDIENCES[post.heldBy] as string as PostId
