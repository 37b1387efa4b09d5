import type { TreeMap } from '../read/tree.js'

/** What is wrong between a clause file's name, `<nn>-<part>.yaml`, and what it holds; nothing when they agree. */
export function clauseFileFault(path: string, tree: TreeMap): { key: string; sentence: string } | undefined {
  const [, digits, part] = /^clauses\/([0-9]{2})-([a-z0-9-]+)\.yaml$/.exec(path) ?? []
  if (part === undefined) {
    return { key: 'part', sentence: 'the name of a clause file is two digits, a hyphen and its part: 03-telling.yaml.' }
  }
  if (tree['part'] !== part) return { key: 'part', sentence: `the part of this file must be "${part}", like the file.` }
  const number = tree['number']
  // An overlay leaves the number to its base; if it gives one, the file name must not lie about it.
  if (number === undefined || number === `${Number(digits)}`) return undefined
  return { key: 'number', sentence: `the number of this part must be '${Number(digits)}', like the file.` }
}
