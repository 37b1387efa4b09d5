import { existsSync, readdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { Problem } from '../problem.js'

const PREFIX = 'hedgerow:'

/** What comes with Hedgerow, by the ending of its file. */
const KINDS = { list: '.txt', 'file of phrases': '.csv' } as const

/**
 * The file of something that comes with Hedgerow, for `hedgerow:<name>`; null for a path of the technician's own. They are
 * beginnings, for a school that has nothing better yet: what leads around a filter, and what worried children type. Throws a
 * Problem for a name that none has.
 */
export function shipped(kind: keyof typeof KINDS, from: string): string | null {
  if (!from.startsWith(PREFIX)) return null
  const folder = listsFolder()
  const ending = KINDS[kind]
  const names = readdirSync(folder).flatMap((file) => (extname(file) === ending ? [file.slice(0, -ending.length)] : []))
  const name = from.slice(PREFIX.length)
  if (!names.includes(name))
    throw new Problem(`Hedgerow has no ${kind} "${name}". It has: ${names.toSorted().join(', ')}.`)
  return join(folder, `${name}${ending}`)
}

/** Beside the sources of the filter, wherever the program that runs was built to. */
function listsFolder(): string {
  for (let folder = dirname(process.argv[1] ?? '.'); ; folder = dirname(folder)) {
    const lists = join(folder, 'filter', 'lists')
    if (existsSync(lists)) return lists
    if (folder === dirname(folder))
      throw new Problem('The lists that come with Hedgerow are not there: install it anew.')
  }
}
