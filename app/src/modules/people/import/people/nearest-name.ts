import { sameLetters } from './derive-id.js'

/** At most so many letters may be wrong, missing or too many for one name to be taken for a slip of another. */
const MOST_SLIPS = 2

/** The known name that a text was probably meant to be ('Hawthorn' for 'Hawthron'), or null. Short codes such as '4X' have none. */
export function nearestName(text: string, known: Iterable<string>): string | null {
  const wanted = sameLetters(text)
  let nearest: string | null = null
  let fewest = Math.min(MOST_SLIPS, Math.floor(wanted.length / 3))
  for (const name of known) {
    const slips = slipsBetween(wanted, sameLetters(name))
    if (slips > fewest || (slips === fewest && nearest !== null)) continue
    nearest = name
    fewest = slips
  }
  return nearest
}

/** Levenshtein's distance, row by row. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1]
    for (const [j, other] of Array.from(b).entries()) {
      const [before = 0, above = 0, left = 0] = [row[j], row[j + 1], next[j]]
      next.push(Math.min(before + (letter === other ? 0 : 1), above + 1, left + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
