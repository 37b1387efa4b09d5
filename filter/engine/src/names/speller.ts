import { DOT, ESCAPE, type Reading, SYMBOL_OF } from './alphabet.js'
import { FIRST_CONTEXT, LONGEST, type NameCode, ROW } from './name-code.js'
import { pairCodes } from './pair-codes.js'

/** No text is spelled that is longer than this; entries of lists that are longer are refused line by line. */
export const LONGEST_TEXT = 4096

/** The most that one byte can take: the longest code, and eight bits as it is. */
const MOST_BITS = LONGEST + 8

const DOT_SYMBOL = SYMBOL_OF[DOT] as number

/**
 * Spells names into a buffer of its own, from the right end leftwards, and can go on from where it stopped: the code of
 * 'www.example.org' begins with the code of 'example.org'. One per thread; nothing is allocated after it is made.
 *
 * Bits wait at the left end of one word and are stored whole after every step, four bytes at a time, whether a byte is
 * full or not: to ask would cost more, because nobody can guess the answer, a processor least of all. A step is two
 * symbols, which halves the work; the bits are the same as if they were spelled one at a time. Both loops hold the state in
 * variables of their own, and say so twice: fields would be read and written at every step.
 */
export class Speller {
  /** The code of the last `finish`, its first `length` bytes. */
  readonly bytes = new Uint8Array(Math.ceil((LONGEST_TEXT * MOST_BITS) / 8) + 8)
  readonly view = new DataView(this.bytes.buffer)
  readonly #code: NameCode
  readonly #pairCode: Uint32Array
  #length = 0
  #word = 0
  #bits = 0
  #context = FIRST_CONTEXT
  #bank = ROW

  constructor(code: NameCode) {
    this.#code = code
    this.#pairCode = pairCodes(code)
  }

  start(): void {
    this.#length = 0
    this.#word = 0
    this.#bits = 0
    this.#context = FIRST_CONTEXT
    this.#bank = ROW
  }

  /** Spells the bytes from `to - 1` down to `from`. What is longer than LONGEST_TEXT in all may not be given. */
  push(name: Uint8Array, from: number, to: number, reading: Reading): void {
    const { pairs } = reading
    const pairCode = this.#pairCode
    const { view } = this
    let word = this.#word
    let bits = this.#bits
    let length = this.#length
    let context = this.#context
    let bank = this.#bank
    let at = to - 1
    for (; at > from; at -= 2) {
      const pair = pairs[((name[at] as number) << 8) | (name[at - 1] as number)] as number
      const entry = pairCode[(context << 12) | (pair & 4095)] as number
      if (entry === 0) break
      bits += entry >>> 24
      word |= (entry & 0xffffff) << (32 - bits)
      view.setInt32(length, word)
      length += bits >>> 3
      word <<= bits & 24
      bits &= 7
      bank &= ~(pair >>> 6)
      context = bank + (pair & 63)
    }
    this.#word = word
    this.#bits = bits
    this.#length = length
    this.#context = context
    this.#bank = bank
    if (at >= from) this.#pushSingly(name, from, at + 1, reading)
  }

  /** From a pair on that has no code of its own, and for the last byte of an odd number. */
  #pushSingly(name: Uint8Array, from: number, to: number, { bytes, symbols }: Reading): void {
    const code = this.#code
    const { view } = this
    let word = this.#word
    let bits = this.#bits
    let length = this.#length
    let context = this.#context
    let bank = this.#bank
    for (let at = to - 1; at >= from; at--) {
      const symbol = symbols[name[at] as number] as number
      const entry = code[(context << 6) | symbol] as number
      bits += entry >>> 24
      word |= (entry & 0xffffff) << (32 - bits)
      view.setInt32(length, word)
      length += bits >>> 3
      word <<= bits & 24
      bits &= 7
      if (symbol === ESCAPE) {
        word |= (bytes[name[at] as number] as number) << (24 - bits)
        view.setInt32(length, word)
        length += 1
        word <<= 8
      }
      if (symbol === DOT_SYMBOL) bank = 0
      context = bank + symbol
    }
    this.#word = word
    this.#bits = bits
    this.#length = length
    this.#context = context
    this.#bank = bank
  }

  /** Ends the code with a one and zeros to the full byte, which no other length can look like. Returns the bytes it takes. */
  finish(): number {
    this.view.setInt32(this.#length, this.#word | (1 << (31 - this.#bits)))
    return this.#length + 1
  }
}
