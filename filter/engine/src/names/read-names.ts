import { BYTE_OF, DOT, ESCAPE, SYMBOLS } from './alphabet.js'
import { CONTEXTS, FIRST_CONTEXT, type NameCode, nextContext } from './name-code.js'
import { LARGE_SET, LONG_CODE, type NameTableParts } from './name-table.js'

/**
 * Every text in a table, in no order that means anything: hosts, hosts with paths, address blocks. Slow beside a walk;
 * it is there for exports, so that a snapshot alone is enough to make one.
 */
export function* readNames({ index, entries, buckets, code }: NameTableParts): Generator<string> {
  const symbols = symbolsOf(code)
  const end = index[(buckets << 1) + 1] as number
  let at = index[1] as number
  while (at < end) {
    const head = entries[at++] as number
    let size = head & 15
    if (size === LONG_CODE) {
      size = (entries[at] as number) | ((entries[at + 1] as number) << 8)
      at += 2
    }
    if (head >>> 4 === LARGE_SET) at += 3
    yield readName(entries.subarray(at, at + size), symbols)
    at += size
  }
}

/** For each context: what a run of bits, told by its length and value, stands for. */
type Symbols = readonly ReadonlyMap<number, number>[]

function symbolsOf(code: NameCode): Symbols {
  return Array.from({ length: CONTEXTS }, (_, context) => {
    const row = code.subarray(context << 6, (context << 6) + SYMBOLS)
    return new Map(Array.from(row, (entry, symbol) => [entry, symbol] as const))
  })
}

/** Undoes `Speller`: the last one of the bits is the end's mark, and letters come from the right end of the name. */
function readName(spelled: Uint8Array, symbols: Symbols): string {
  const bits = new Bits(spelled)
  const letters: number[] = []
  let context = FIRST_CONTEXT
  while (!bits.atEnd) {
    const symbol = readSymbol(bits, symbols[context] ?? new Map())
    const byte = symbol === ESCAPE ? bits.take(8) : (BYTE_OF[symbol] as number)
    letters.push(byte)
    context = nextContext(context, symbol, byte === DOT)
  }
  return String.fromCharCode(...letters.toReversed())
}

function readSymbol(bits: Bits, row: ReadonlyMap<number, number>): number {
  let value = 0
  for (let width = 1; width <= 24; width++) {
    value = (value << 1) | bits.take(1)
    const symbol = row.get(((width << 24) | value) >>> 0)
    if (symbol !== undefined) return symbol
  }
  throw new RangeError('A name in the snapshot is spelled in no known way.')
}

class Bits {
  readonly #bytes: Uint8Array
  readonly #end: number
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    const last = bytes.at(-1) as number
    this.#end = bytes.length * 8 - 1 - Math.log2(last & -last)
  }

  get atEnd(): boolean {
    return this.#at >= this.#end
  }

  take(count: number): number {
    let value = 0
    for (let left = count; left > 0; left--, this.#at++)
      value = (value << 1) | (((this.#bytes[this.#at >>> 3] as number) >>> (7 - (this.#at & 7))) & 1)
    return value
  }
}
