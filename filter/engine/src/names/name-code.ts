import { DOT, ESCAPE, type Reading, SYMBOL_OF, SYMBOLS } from './alphabet.js'

/**
 * A Huffman code whose next symbol depends on the one before, read from the right end of a name: 'm', 'o', 'c', '.'…
 * The top label has contexts of its own, because '.com' is so common that it should cost five bits and not ten.
 * Every symbol has a code in every context, so that a name nobody thought of at compile time can be spelled and compared.
 *
 * The code is injective: equal codes mean equal names. That is what makes answers exact, whatever the hash does.
 */
const ROW = 64
export const CONTEXTS = 2 * ROW
const LONGEST = 20
const START = 63

/** Where every name begins, at its right end. */
export const FIRST_CONTEXT = ROW + START

/** The context after a symbol: letters of the top label have contexts of their own, up to and without its dot. */
export const nextContext = (context: number, symbol: number, isDot: boolean): number =>
  (isDot || context < ROW ? 0 : ROW) + symbol

/** How often each symbol follows each context, counted over the names to be stored. */
export type Counts = Uint32Array

export const newCounts = (): Counts => new Uint32Array(CONTEXTS * ROW)

/** Adds what one name teaches about its spelling. */
export function countName(counts: Counts, bytes: Uint8Array, from: number, to: number): void {
  let context = ROW + START
  let bank = ROW
  for (let at = to - 1; at >= from; at--) {
    const byte = bytes[at] as number
    const symbol = SYMBOL_OF[byte] as number
    counts[context * ROW + symbol] = (counts[context * ROW + symbol] as number) + 1
    if (byte === DOT) bank = 0
    context = bank + symbol
  }
}

/** The code itself: for each context and symbol, its length in the upper 8 bits and its bits in the lower 24. */
export type NameCode = Uint32Array

export function makeNameCode(counts: Counts): NameCode {
  const code = new Uint32Array(CONTEXTS * ROW)
  for (let context = 0; context < CONTEXTS; context++) {
    const weights = Array.from(counts.subarray(context * ROW, context * ROW + SYMBOLS))
    const lengths = boundedLengths(weights)
    assignCanonical(lengths, code.subarray(context * ROW, context * ROW + SYMBOLS))
  }
  return code
}

/** Flattens the weights until no code is longer than LONGEST: rare symbols cost a little more, and nothing overflows. */
function boundedLengths(weights: readonly number[]): readonly number[] {
  for (let floor = 1; ; floor *= 4) {
    const lengths = huffmanLengths(weights.map((weight) => weight + floor))
    if (Math.max(...lengths) <= LONGEST) return lengths
  }
}

/** Huffman's own algorithm over few symbols: a sorted list is queue enough. */
function huffmanLengths(weights: readonly number[]): readonly number[] {
  interface Tree {
    readonly weight: number
    readonly leaves: readonly number[]
  }
  const lengths = weights.map(() => 0)
  let trees: Tree[] = weights.map((weight, symbol) => ({ weight, leaves: [symbol] }))
  while (trees.length > 1) {
    trees = trees.toSorted((a, b) => b.weight - a.weight || (a.leaves[0] ?? 0) - (b.leaves[0] ?? 0))
    const [one, two] = [trees.pop() as Tree, trees.pop() as Tree]
    const leaves = [...one.leaves, ...two.leaves]
    for (const symbol of leaves) lengths[symbol] = (lengths[symbol] ?? 0) + 1
    trees.push({ weight: one.weight + two.weight, leaves })
  }
  return lengths
}

/** Canonical codes: shorter first, then by symbol, each the one before plus one. */
function assignCanonical(lengths: readonly number[], into: Uint32Array): void {
  const order = lengths
    .map((length, symbol) => ({ length, symbol }))
    .toSorted((a, b) => a.length - b.length || a.symbol - b.symbol)
  let next = 0
  let before = order[0]?.length ?? 0
  for (const { length, symbol } of order) {
    next <<= length - before
    into[symbol] = ((length << 24) | next) >>> 0
    next += 1
    before = length
  }
}

/** No text is spelled that is longer than this; entries of lists that are longer are refused line by line. */
export const LONGEST_TEXT = 4096

/** The most that one byte can take: the longest code, and eight bits as it is. */
const MOST_BITS = LONGEST + 8

/**
 * Spells names into a buffer of its own, from the right end leftwards, and can go on from where it stopped: the code of
 * 'www.example.org' begins with the code of 'example.org'. One per thread; nothing is allocated after it is made.
 *
 * Bits wait at the left end of one word and are stored whole after every symbol, four bytes at a time, whether a byte is
 * full or not: to ask would cost more, because nobody can guess the answer, a processor least of all.
 */
export class Speller {
  /** The code of the last `finish`, its first `length` bytes. */
  readonly bytes = new Uint8Array(Math.ceil((LONGEST_TEXT * MOST_BITS) / 8) + 8)
  readonly view = new DataView(this.bytes.buffer)
  readonly #code: NameCode
  #length = 0
  #word = 0
  #bits = 0
  #context = FIRST_CONTEXT
  #bank = ROW

  constructor(code: NameCode) {
    this.#code = code
  }

  start(): void {
    this.#length = 0
    this.#word = 0
    this.#bits = 0
    this.#context = FIRST_CONTEXT
    this.#bank = ROW
  }

  /** Spells the bytes from `to - 1` down to `from`. What is longer than LONGEST_TEXT in all may not be given. */
  push(name: Uint8Array, from: number, to: number, { bytes, symbols }: Reading): void {
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

const DOT_SYMBOL = SYMBOL_OF[DOT] as number
