import { DOT, SYMBOL_OF, SYMBOLS } from './alphabet.js'

/**
 * A Huffman code whose next symbol depends on the one before, read from the right end of a name: 'm', 'o', 'c', '.'…
 * The top label has contexts of its own, because '.com' is so common that it should cost five bits and not ten.
 * Every symbol has a code in every context, so that a name nobody thought of at compile time can be spelled and compared.
 *
 * The code is injective: equal codes mean equal names. That is what makes answers exact, whatever the hash does.
 */
export const ROW = 64
export const CONTEXTS = 2 * ROW
/** Bits of the longest code of one symbol. */
export const LONGEST = 20
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
