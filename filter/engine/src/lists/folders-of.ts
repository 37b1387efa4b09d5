import type { ListFile, ListSource } from '../list-source.js'

const FOLDERS: ReadonlySet<string> = new Set(['ut1', 'squidguard'])

/** A folder format's files by the last folder of their path ('' for those in none), any other's all together under null. */
export function foldersOf({ format, files }: ListSource): ReadonlyMap<string | null, readonly ListFile[]> {
  if (!FOLDERS.has(format)) return new Map([[null, files]])
  return Map.groupBy(files, ({ path }) => path.split('/').at(-2) ?? '')
}
