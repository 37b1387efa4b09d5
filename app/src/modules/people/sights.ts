import type { Sight } from '../../kernel/db/sight.js'
import type { PostId } from '../../kernel/ids.js'

/** Journal entries about posts and absences may be read by anybody who works or governs here: the policy prints the names. */
export const everyoneSignedIn: Sight = { posts: ['any-staff', 'any-governor'] as PostId[], persons: [], never: [] }
