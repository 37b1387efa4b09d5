import { BYTE_OF, DOT, ESCAPE, SYMBOLS } from './alphabet.js'
import type { NameCode } from './name-code.js'
import { LARGE_SET, LONG_CODE, type NameTableParts } from './name-table.js'

const ROW = 64
const START = 63
const LONGEST = 20

/** For one context, how many codes there are of each length, where they begin, and their symbols in order. */
interface Canonical {
  readonly first: Int32Array
  readonly count: Int32Array
  readonly offset: Int32Array
  readonly symbols: readonly number[]
}

/** Reads names back out of their code: for exports, which need every name a snapshot holds. */
export class NameReader {
  readonly #contexts: readonly Canonical[]
  readonly #letters = new Uint8Array(4096)
  readonly #decoder = new TextDecoder()

  constructor(code: NameCode) {
    this.#contexts = Array.from({ length: code.length / ROW }, (_, context) =>
      canonicalOf(code.subarray(context * ROW, context * ROW + SYMBOLS)),
    )
  }

  /** The name of `size` bytes of code, which end in a one and zeros. */
  read(bytes: Uint8Array, from: number, size: number): string {
    const bits = endOf(bytes[from + size - 1] as number, size)
    let [at, context, bank, length] = [0, ROW + START, ROW, 0]
    const bit = (): number => {
      const value = ((bytes[from + (at >> 3)] as number) >> (7 - (at & 7))) & 1
      at += 1
      return value
    }
    while (at < bits) {
      const symbol = symbolFrom(this.#contexts[context] as Canonical, bit)
      let byte = BYTE_OF[symbol] as number
      if (symbol === ESCAPE) for (let step = 0; step < 8; step++) byte = (byte << 1) | bit()
      this.#letters[length++] = byte
      if (byte === DOT) bank = 0
      context = bank + symbol
    }
    return this.#decoder.decode(this.#letters.slice(0, length).reverse())
  }
}

/** Bits of code before the closing one. */
const endOf = (last: number, size: number): number => size * 8 - 1 - (31 - Math.clz32(last & -last))

function symbolFrom({ first, count, offset, symbols }: Canonical, bit: () => number): number {
  let code = 0
  for (let length = 1; length <= LONGEST; length++) {
    code = (code << 1) | bit()
    const place = code - (first[length] as number)
    if (place >= 0 && place < (count[length] as number)) return symbols[(offset[length] as number) + place] as number
  }
  throw new RangeError('The code of a name cannot be read')
}

function canonicalOf(row: Uint32Array): Canonical {
  const codes = Array.from(row, (entry, symbol) => ({ length: entry >>> 24, code: entry & 0xffffff, symbol })).toSorted(
    (a, b) => a.length - b.length || a.code - b.code,
  )
  const [first, count, offset] = [new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1)]
  for (const [place, { length, code }] of codes.entries()) {
    if (count[length] === 0) {
      first[length] = code
      offset[length] = place
    }
    count[length] = (count[length] as number) + 1
  }
  return { first, count, offset, symbols: codes.map(({ symbol }) => symbol) }
}

/** Where each entry of some buckets' bytes lies: its set, and its code. */
export function eachEntry(
  entries: Uint8Array,
  from: number,
  to: number,
  visit: (set: number, codeAt: number, size: number) => void,
): void {
  let at = from
  while (at < to) {
    const head = entries[at++] as number
    let size = head & 15
    let set = head >>> 4
    if (size === LONG_CODE) {
      size = (entries[at] as number) | ((entries[at + 1] as number) << 8)
      at += 2
    }
    if (set === LARGE_SET) {
      set = (entries[at] as number) | ((entries[at + 1] as number) << 8) | ((entries[at + 2] as number) << 16)
      at += 3
    }
    visit(set, at, size)
    at += size
  }
}

/** Calls `visit` with every name of a table and its set. */
export function eachName(
  { entries, index, buckets, code }: NameTableParts,
  visit: (name: string, set: number) => void,
): void {
  const reader = new NameReader(code)
  eachEntry(entries, 0, index[(buckets << 1) + 1] as number, (set, at, size) =>
    visit(reader.read(entries, at, size), set),
  )
}
