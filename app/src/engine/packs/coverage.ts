import { referencesIn } from './checks/references.js'
import type { Pack } from './pack.js'

/** What a pack does with a list of requirements. Every requirement is in exactly one of the three. */
export interface Coverage {
  /** Cited by a clause: a promise stands for it, and its state is shown. */
  readonly byClause: readonly string[]
  /** Cited only elsewhere: by a post, a route, a clock, a step of a procedure. */
  readonly elsewhere: readonly string[]
  /** Not yet in the pack. */
  readonly missing: readonly string[]
}

/** Counts which of these requirements a pack has taken in. Requirements it cites beyond the list are not counted. */
export function coverage(pack: Pack, requirementIds: Iterable<string>): Coverage {
  const cited = referencesIn(pack).filter(({ kind }) => kind === 'requirement')
  const byClause = new Set(cited.filter(({ user }) => user.startsWith('clause ')).map(({ id }) => id))
  const anywhere = new Set(cited.map(({ id }) => id))
  const wanted = [...requirementIds]
  return {
    byClause: wanted.filter((id) => byClause.has(id)),
    elsewhere: wanted.filter((id) => anywhere.has(id) && !byClause.has(id)),
    missing: wanted.filter((id) => !anywhere.has(id)),
  }
}
