import { randomInt } from 'node:crypto'

/** No letter or figure that is taken for another when read out: no 0 and O, 1 and I, 5 and S. */
const letters = '234679ACDEFGHJKMNPQRTWXYZ'

/** A random reference for a fault, as a person would read it out: 'F-7K3Q-9XPM'. Random, so that nobody can count ours. */
export function faultReference(): string {
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `F-${four()}-${four()}`
}
