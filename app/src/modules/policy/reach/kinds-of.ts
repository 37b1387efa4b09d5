import type { PostId } from '../../../kernel/ids.js'
import type { PersonKind } from '../../people/index.js'

/** The kinds of people that an audience is of: none for a post. */
export const kindsOf = (audience: PostId): readonly PersonKind[] => {
  const [, kind = ''] = audience.split('any-')
  return kind === '' ? [] : [kind as PersonKind]
}
