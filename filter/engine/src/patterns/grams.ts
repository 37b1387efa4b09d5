/** Characters of a URL that lead to the patterns which hold them. Four fit one number and are rarely those of another. */
const GRAM = 4
const STAR = 0x2a
const SEPARATOR = 0x5e

/** Tells every four characters in a row as one number, none of them a wildcard: a URL must hold these for a pattern to match. */
export function eachGram(text: string, tell: (gram: number) => void): void {
  let [gram, run] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    run = character === STAR || character === SEPARATOR ? 0 : run + 1
    gram = ((gram << 8) | (character & 0xff)) >>> 0
    if (run >= GRAM) tell(gram)
  }
}

/** Where to look for a gram first, among so many slots, a power of two. */
export const slotOf = (gram: number, slots: number): number => (Math.imul(gram, 0x9e3779b1) >>> 7) & (slots - 1)
