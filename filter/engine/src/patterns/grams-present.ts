import { NONE } from './pattern-layout.js'

/** Bits for each slot of the table: one in sixteen is set at most, and so many of the absent grams pass. */
const BITS = 8

/**
 * Says of nearly every gram that nothing waits under it, from a few kilobytes that stay beside the processor. Made when a
 * table is opened, in a tenth of a millisecond for 30,000 patterns: the slots of a snapshot lie in long runs, which cost ten
 * looks for each gram of a URL.
 */
export class GramsPresent {
  readonly #bits: Uint8Array
  readonly #shift: number

  /** `slots` holds a gram and where its run begins, by turns; a power of two of them, or none. */
  constructor(slots: Uint32Array) {
    const size = (slots.length >>> 1) * BITS
    this.#bits = new Uint8Array(size >>> 3)
    this.#shift = size === 0 ? 0 : Math.clz32(size - 1)
    for (let at = 0; at < slots.length; at += 2)
      if (slots[at + 1] !== NONE) {
        const place = this.#place(slots[at] as number)
        this.#bits[place >>> 3] = (this.#bits[place >>> 3] as number) | (1 << (place & 7))
      }
  }

  mayHave(gram: number): boolean {
    const place = this.#place(gram)
    return (((this.#bits[place >>> 3] as number) >>> (place & 7)) & 1) === 1
  }

  /** The upper bits of the product: they depend on all of a gram's, the lower ones on its last letters. */
  #place(gram: number): number {
    return Math.imul(gram, 0x9e3779b1) >>> this.#shift
  }
}
