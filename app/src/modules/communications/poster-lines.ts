import { clausesOf } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { PosterKind } from './poster-kinds.js'

/** As many rules as a child takes in from a wall, and as a grown-up does. */
const mostLines = { 'rules-ks1': 5, 'rules-ks2': 8, 'acceptable-use': 10 } as const

export type PrintedPoster = keyof typeof mostLines

/** Whether a kind of poster is printed here, and not on a page of its own. */
export const isPrinted = (kind: PosterKind): kind is PrintedPoster => kind in mostLines

/**
 * The lines of a poster: what the policy says to children about themselves. For the youngest the shortest sentences; for the
 * others those of the parts that ask most of children, in the policy's order.
 */
export function posterLines(pack: Pack, kind: PrintedPoster): readonly string[] {
  const forPupils = clausesOf(pack).filter(
    ({ posts, child }) => child !== undefined && posts.some((post) => post === 'any-pupil'),
  )
  const hung = forPupils.filter(({ keptBy }) =>
    keptBy.some(({ mechanism }) => mechanism === 'posters' || mechanism === 'agreement-texts'),
  )
  const words = [...new Set([...hung, ...forPupils].map(({ child }) => child ?? ''))]
  if (kind === 'rules-ks1') return words.toSorted((a, b) => a.length - b.length).slice(0, mostLines[kind])
  return words.slice(0, mostLines[kind])
}
