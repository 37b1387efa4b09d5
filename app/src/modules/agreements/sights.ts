import type { Pack } from '../../engine/packs/pack.js'
import type { Sight } from '../../kernel/db/sight.js'
import type { PersonId } from '../../kernel/ids.js'

/** Journal entries about an agreement: those who keep agreements, and the people it names. */
export const agreementSight = (pack: Pack, ...persons: readonly (PersonId | null)[]): Sight => ({
  posts: pack.posts.filter(({ powers }) => powers.includes('agreements.keep')).map(({ id }) => id),
  persons: persons.filter((person) => person !== null),
  never: [],
})
