import { randomInt } from 'node:crypto'

/** No 0/O, 1/I/L, 5/S, 2/Z, 8/B, U/V: read over a telephone, copied from paper. */
const letters = '34679ACDEFGHJKMNPQRTWXY'

/** A reference such as 'C-7K2M-4P': random, so that it says nothing of how many came before. 23^6 is 148 million. */
export function newReference(prefix: 'C' | 'K'): string {
  const pick = (count: number): string =>
    Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
  return `${prefix}-${pick(4)}-${pick(2)}`
}
