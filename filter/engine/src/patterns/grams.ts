/** Bytes of a URL that lead to the patterns which hold them. Four fit one number and are rarely those of another. */
const GRAM = 4
/** Anything, in a pattern. */
export const STAR = 0x2a
/** A separator or the end, in a pattern. */
export const SEPARATOR = 0x5e

/**
 * Writes every four bytes in a row as one number into `into`, none of them a wildcard: a URL must hold these for a pattern
 * to match. Gives how many there are; `into` has to be as long as the bytes.
 */
export function gramsOf(bytes: Uint8Array, length: number, into: Uint32Array): number {
  let [gram, run, count] = [0, 0, 0]
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number
    run = byte === STAR || byte === SEPARATOR ? 0 : run + 1
    gram = (gram << 8) | byte
    if (run >= GRAM) into[count++] = gram
  }
  return count
}

/** Where to look for a gram first, among so many slots, a power of two. */
export const slotOf = (gram: number, slots: number): number => (Math.imul(gram, 0x9e3779b1) >>> 7) & (slots - 1)
