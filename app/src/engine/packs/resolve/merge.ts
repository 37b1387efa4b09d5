import { didYouMean } from '../did-you-mean.js'
import { problemAt } from '../problem.js'
import type { PackProblem } from '../problem.js'
import type { Place, Places } from '../read/places.js'
import type { Tree, TreeList, TreeMap } from '../read/tree.js'
import { identityOf, isTreeList, isTreeMap } from '../read/tree.js'
import { mustFaults } from './must.js'

/** What a merge needs besides the two sides: where things stand, and where to put what is wrong. */
export interface Merging {
  readonly places: Places
  readonly problems: PackProblem[]
}

/**
 * Lays an overlay over a base: maps key by key, lists of entries with ids by id, everything else replaced by the
 * overlay's. What the overlay does not mention stays the very value of the base, with the base's lines to blame.
 */
export function merge(base: Tree | undefined, over: Tree | undefined, merging: Merging): Tree | undefined {
  if (over === undefined) return base
  if (base === undefined) return isTreeList(over) ? mergeLists([], over, merging) : over
  if (isTreeMap(base) && isTreeMap(over)) return mergeMaps(base, over, merging)
  if (isTreeList(base) && isTreeList(over) && base.every(hasIdentity)) return mergeLists(base, over, merging)
  return over
}

const hasIdentity = (tree: Tree): boolean => identityOf(tree) !== undefined

function mergeMaps(base: TreeMap, over: TreeMap, merging: Merging): TreeMap {
  const merged: Record<string, Tree> = {}
  const place = merging.places.of(over)
  if (place) merging.places.noteSelf(merged, place)
  for (const fault of mustFaults(base, over)) report(merging, over, fault.key, fault.sentence)
  for (const key of new Set([...Object.keys(base), ...Object.keys(over)])) {
    const value = merge(own(base, key), own(over, key), merging)
    if (value === undefined) continue
    merged[key] = value
    const at = merging.places.of(Object.hasOwn(over, key) ? over : base, key)
    if (at) merging.places.noteKey(merged, key, at)
  }
  return merged
}

/** `map[key]` only if the map has it itself: 'toString' is on every object. */
const own = (map: TreeMap, key: string): Tree | undefined => (Object.hasOwn(map, key) ? map[key] : undefined)

function mergeLists(base: TreeList, over: TreeList, merging: Merging): TreeList {
  if (base.length === 0 && !over.some(hasIdentity)) return over
  const changes = new Map(over.map((entry) => [identityOf(entry), entry]))
  const known = new Set(base.map(identityOf))
  const kept = base.map((entry) => changed(entry, changes.get(identityOf(entry)), merging))
  const fresh = over.filter((entry) => !known.has(identityOf(entry)))
  for (const drop of fresh.filter(isDrop)) unknownDrop(drop, known, merging)
  const merged = [...kept.filter((entry) => entry !== undefined), ...fresh.filter((entry) => !isDrop(entry))]
  notePlaces(merged, merging.places.of(over), merging)
  return merged
}

const changed = (entry: Tree, change: Tree | undefined, merging: Merging): Tree | undefined =>
  isDrop(change) ? dropped(entry, change, merging) : merge(entry, change, merging)

function notePlaces(list: TreeList, place: Place | undefined, { places }: Merging): void {
  if (place) places.noteSelf(list, place)
  for (const [index, entry] of list.entries()) {
    const at = typeof entry === 'object' && entry !== null ? places.of(entry) : undefined
    if (at) places.noteKey(list, index, at)
  }
}

const isDrop = (tree: Tree | undefined): tree is TreeMap => isTreeMap(tree) && Object.hasOwn(tree, 'drop')

/** The entry itself when it may not go, so that one fault does not bring a hundred dangling names after it. */
function dropped(entry: Tree, drop: TreeMap, merging: Merging): Tree | undefined {
  const id = identityOf(drop)
  if (drop['drop'] !== true) report(merging, drop, 'drop', `"drop" is true or absent.`)
  if (typeof drop['why'] !== 'string' || drop['why'].trim() === '')
    report(merging, drop, 'drop', `"${id}" is dropped without saying why; add "why" with a sentence.`)
  for (const key of Object.keys(drop).filter((name) => !['id', 'part', 'drop', 'why'].includes(name)))
    report(merging, drop, key, `"${id}" is dropped, so "${key}" changes nothing.`)
  if (!holdsMust(entry)) return undefined
  report(
    merging,
    drop,
    'drop',
    `"${id}" is marked "must" in the base, or holds something that is, and cannot be dropped.`,
  )
  return entry
}

function unknownDrop(drop: TreeMap, known: ReadonlySet<string | undefined>, merging: Merging): void {
  const id = identityOf(drop) ?? ''
  const near = didYouMean(
    id,
    [...known].filter((name) => name !== undefined),
  )
  report(merging, drop, 'drop', `"${id}" is dropped, but the base has no such entry${near || '.'}`)
}

function holdsMust(tree: Tree): boolean {
  if (isTreeList(tree)) return tree.some(holdsMust)
  return isTreeMap(tree) && (tree['must'] === true || Object.values(tree).some(holdsMust))
}

function report({ places, problems }: Merging, owner: TreeMap, key: string, sentence: string): void {
  const place = places.of(owner, key)
  problems.push(problemAt(place, sentence))
}
