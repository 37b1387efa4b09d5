import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Problem } from '../problem.js'

const PREFIX = 'hedgerow:'

/**
 * The file of a list that comes with Hedgerow, for `from: hedgerow:<name>`; null for a path of the technician's own. They are
 * beginnings: what leads around a filter, for a school that has no better list yet. Throws a Problem for a name that none has.
 */
export function shippedList(from: string): string | null {
  if (!from.startsWith(PREFIX)) return null
  const folder = listsFolder()
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -'.txt'.length)] : []))
  const name = from.slice(PREFIX.length)
  if (!names.includes(name))
    throw new Problem(`Hedgerow has no list "${name}". It has: ${names.toSorted().join(', ')}.`)
  return join(folder, `${name}.txt`)
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
