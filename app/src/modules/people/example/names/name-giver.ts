import type { Random } from '../random.js'
import { COMMUNITIES, type Community } from './communities.js'

/** Men and women, for given names only; nothing in the example school depends on it otherwise. */
export type Sex = 'woman' | 'man'

/** Gives names of which no two are alike, so that a test or a story never meets a namesake by chance. */
export interface NameGiver {
  community(): Community
  family(community: Community): string
  /** A given name that goes with `family` and that nobody of that surname has yet. */
  given(community: Community, family: string, sex: Sex): string
}

/** A fresh name giver. */
export function nameGiver(random: Random): NameGiver {
  const taken = new Set<string>()
  const shares = COMMUNITIES.flatMap((community) => Array.from({ length: community.share }, () => community))
  return {
    community: () => random.pick(shares),
    family: (community) => random.pick(community.families),
    given(community, family, sex) {
      const names = random.shuffle(sex === 'woman' ? community.women : community.men)
      const free = names.find((name) => !taken.has(`${name} ${family}`)) ?? doubled(names, family, taken)
      taken.add(`${free} ${family}`)
      return free
    },
  }
}

/** When every name of a community goes with a surname already: 'Ann-Rosa'. */
function doubled(names: readonly string[], family: string, taken: ReadonlySet<string>): string {
  const pairs = names.flatMap((first) =>
    names.filter((second) => second !== first).map((second) => `${first}-${second}`),
  )
  const free = pairs.find((name) => !taken.has(`${name} ${family}`))
  if (!free) throw new RangeError(`No name is left for another ${family}.`)
  return free
}
