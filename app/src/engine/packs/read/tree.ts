/** What a YAML file of a pack holds once anchors, tags and positions are taken away. */
export type Tree = null | boolean | number | string | TreeList | TreeMap
export type TreeList = readonly Tree[]
export interface TreeMap {
  readonly [key: string]: Tree
}

export const isTreeMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

export const isTreeList = (tree: Tree | undefined): tree is TreeList => Array.isArray(tree)

/**
 * The id by which an overlay finds an entry of a list: `id`, or `part` for a file of clauses. Nothing for entries that
 * have none, such as the ways onward of a step; lists of those are replaced whole.
 */
export function identityOf(tree: Tree | undefined): string | undefined {
  if (!isTreeMap(tree)) return undefined
  const id = tree['id'] ?? tree['part']
  return typeof id === 'string' ? id : undefined
}
