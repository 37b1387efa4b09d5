import { problemAt } from '../problem.js'
import type { PackProblem } from '../problem.js'
import type { Places } from '../read/places.js'
import type { Tree } from '../read/tree.js'
import { identityOf, isTreeList, isTreeMap } from '../read/tree.js'

/**
 * Lists in which two entries have one id. Looked for in the files as written: once packs are merged by id, the second
 * entry would have changed the first without a word. `levels` stops the search after so many lists.
 */
export function repeatedIds(tree: Tree, places: Places, levels = Infinity): readonly PackProblem[] {
  if (isTreeMap(tree)) return Object.values(tree).flatMap((value) => repeatedIds(value, places, levels))
  if (!isTreeList(tree) || levels < 1) return []
  const seen = new Set<string>()
  const problems = tree.flatMap((entry, index) => {
    const id = identityOf(entry)
    if (id === undefined || !seen.has(id)) return seen.add(id ?? '') && []
    const place = places.of(tree, index)
    const sentence = `"${id}" is there twice; each id may be used once in its list.`
    return [problemAt(place, sentence)]
  })
  return [...problems, ...tree.flatMap((entry) => repeatedIds(entry, places, levels - 1))]
}
