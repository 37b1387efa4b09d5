import type { Gathered } from '../lists/list-gatherer.js'
import { distinct, type UrlPattern, withoutPatterns } from '../patterns/url-pattern.js'
import { buildNameTable } from '../names/build-name-table.js'
import type { NameTableParts } from '../names/name-table.js'
import { patchNames } from '../names/patch-names.js'
import { dropEntries } from '../names/drop-entries.js'
import { TagSets } from '../names/tag-sets.js'
import { exactTag, treeTag } from '../names/tagged-names.js'
import type { Carry } from './carry.js'
import type { SnapshotMeta } from './meta.js'

/** Everything of a snapshot that lists and rules name. */
export interface Named {
  readonly parts: NameTableParts
  readonly sets: TagSets
  /** How many names are in each set. */
  readonly sizes: readonly number[]
  readonly patterns: readonly UrlPattern[]
  readonly blockBits: SnapshotMeta['blockBits']
}

/** Laid out anew, from all that was read. */
export function namedAnew({ names, patterns, blockBits }: Gathered): Named {
  const parts = buildNameTable(names.pool, names.setOf)
  return {
    parts,
    sets: names.sets,
    sizes: names.sizes,
    patterns: distinct(patterns),
    blockBits: { 4: [...blockBits[4]], 6: [...blockBits[6]] },
  }
}

/**
 * What the snapshot before has of the lists that are taken over, less what is `gone`, and with what was read. A host that
 * was marked for the sake of a path which is gone stays marked: it costs a look, and decides nothing.
 */
export function namedAfter({ previous, rows }: Carry, read: Gathered, gone: Gathered): Named {
  const sets = new TagSets(previous.memberships.map((members) => renumbered(members, rows)))
  const isEmpty = (set: number): boolean => sets.members(set).length === 0
  const before = previous.meta.sizes ?? []
  const sizes = before.map((size, set) => (isEmpty(set) ? 0 : size))
  const isLess = before.some((size, set) => size > 0 && isEmpty(set))
  const kept = isLess ? dropEntries(previous.names.parts, isEmpty) : previous.names.parts
  const parts = patchNames(kept, { into: read.names, out: gone.names, sets, sizes })
  const { meta } = previous
  const patterns = previous.patterns
    .all()
    .map((pattern) => ({ ...pattern, list: rows[pattern.list] as number }))
    .filter(({ list }) => list >= 0)
  const bits = (version: 4 | 6): number[] => [...new Set([...meta.blockBits[version], ...read.blockBits[version]])]
  return {
    parts,
    sets,
    sizes,
    patterns: distinct([...withoutPatterns(patterns, gone.patterns), ...read.patterns]),
    blockBits: { 4: bits(4), 6: bits(6) },
  }
}

const renumbered = (members: readonly number[], rows: Int32Array): readonly number[] =>
  members
    .map((tag) => ((rows[tag >> 1] as number) << 1) | (tag & 1))
    .filter((tag) => tag >= 0)
    .toSorted((a, b) => a - b)

export const countOf = ({ sizes }: Named): number => sizes.reduce((sum, size) => sum + size, 0)

/** How many entries a list has, read or taken over. */
export function entriesOf({ sets, sizes, patterns }: Named, list: number): number {
  const tags = [treeTag(list), exactTag(list)]
  return sizes.reduce(
    (sum, size, set) => sum + size * sets.members(set).filter((tag) => tags.includes(tag)).length,
    patterns.filter((pattern) => pattern.list === list).length,
  )
}
