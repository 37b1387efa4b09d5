import { particles } from './particles.js'

/** The two parts of a name; either may be null, for people with one name. */
export interface SplitName {
  readonly given: string | null
  readonly family: string | null
}

const PARTICLES = new Set([...particles, 'al', 'el', 'ní', 'ó', 'st'])
const TITLE = /^(?:mr|mrs|miss|ms|mx|dr|prof|rev|sir|dame|lady|lord)\.?\s+/i

/**
 * Splits a name that stands in one cell: 'Hedgery, Ann' at the comma, otherwise before the last word and the small words that
 * belong to it ('Ann van der Haag'). A title in front is dropped. One word is a given name.
 */
export function splitName(full: string): SplitName {
  const [family = '', given = ''] = full.split(',', 2).map((part) => part.trim())
  if (given) return { given: given.replace(TITLE, ''), family: family || null }
  const words = family.replace(TITLE, '').split(' ')
  if (words.length === 1) return { given: words[0] || null, family: null }
  let from = words.length - 1
  while (from > 1 && PARTICLES.has((words[from - 1] ?? '').toLowerCase())) from -= 1
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') }
}
