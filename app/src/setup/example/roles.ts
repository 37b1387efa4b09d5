import type { PostId } from '../../kernel/ids.js'

/** Somebody of the example school whom a visitor can be. */
export interface Role {
  readonly id: string
  readonly title: string
  readonly what: string
  readonly post: PostId
}

const role = (id: string, post: string, title: string, what: string): Role => ({
  id,
  post: post as PostId,
  title,
  what,
})

/** The people to be, in the order in which a worry meets them. */
export const roles: readonly Role[] = [
  role('teacher', 'class-teacher', 'A class teacher', 'Report a concern from a phone in four short screens.'),
  role('dsl', 'dsl', 'The safeguarding lead (DSL)', 'Decide what happens with new concerns, and lead the cases.'),
  role(
    'deputy',
    'deputy-dsl',
    'The deputy safeguarding lead',
    'Stand in when the lead is away, with cases of your own.',
  ),
  role(
    'headteacher',
    'headteacher',
    'The headteacher',
    'Hear of what must reach you, and see whether the policy is kept.',
  ),
  role(
    'governor',
    'safeguarding-governor',
    'The safeguarding governor',
    'See numbers and promises, and never a child’s name.',
  ),
  role('technician', 'network-manager', 'The network manager', 'Answer for the filter, and see what waits for you.'),
]
