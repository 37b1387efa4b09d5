import type { PersonId, PostId } from '../ids.js'

/**
 * Who may see a row: holders of any of these posts, these persons, and never those. It is stored on the row itself,
 * because the database decides by it. `never` wins over everything.
 */
export interface Sight {
  readonly posts: readonly PostId[]
  readonly persons: readonly PersonId[]
  readonly never: readonly PersonId[]
}

/** The three columns of every table that need-to-know protects. */
export interface SightColumns {
  readonly sight_posts: PostId[]
  readonly sight_persons: PersonId[]
  readonly never_persons: PersonId[]
}

/** A sight as the columns of a row. */
export const sightOf = (sight: Sight): SightColumns => ({
  sight_posts: [...sight.posts],
  sight_persons: [...sight.persons],
  never_persons: [...sight.never],
})

/** A row's columns as a sight. */
export const sightFrom = (row: SightColumns): Sight => ({
  posts: row.sight_posts,
  persons: row.sight_persons,
  never: row.never_persons,
})
