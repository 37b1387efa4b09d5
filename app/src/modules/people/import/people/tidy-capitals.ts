import { particles } from './particles.js'

/** What stays small inside a surname, unless it begins it. */
const SMALL = new Set([...particles, 'y'])

/**
 * The name in ordinary letters when it is written all in capitals ('O’BRIEN-SMITH' gives 'O’Brien-Smith'), or null when it is
 * not. Only ever offered: 'MACKIE' and 'MACKAY', or initials such as 'TJ', cannot be told apart by a rule.
 */
export function tidyCapitals(name: string): string | null {
  const letters = name.match(/\p{L}/gu) ?? []
  if (letters.length < 3 || name !== name.toUpperCase() || name === name.toLowerCase()) return null
  return name
    .toLowerCase()
    .split(' ')
    .map((word, place) => (place > 0 && SMALL.has(word) ? word : capitalise(word)))
    .join(' ')
}

/** Where a word begins; O', D' and N' with their next letter; and Mc. */
const BEGINNINGS = /(?:^|-)(?:[odn]['’]\p{L}|mc\p{L}|\p{L})/giu

function capitalise(word: string): string {
  return word.replaceAll(BEGINNINGS, (beginning) => {
    const hyphen = beginning.startsWith('-') ? '-' : ''
    const letters = beginning.slice(hyphen.length)
    return letters.startsWith('mc')
      ? `${hyphen}Mc${letters.slice(2).toUpperCase()}`
      : `${hyphen}${letters.toUpperCase()}`
  })
}
