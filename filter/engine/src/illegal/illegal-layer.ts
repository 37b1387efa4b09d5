import type { IllegalLayerState } from '../contract.js'
import type { SupplierMeta } from '../snapshot/meta.js'
import { Sha256 } from './sha256.js'

/** How many hosts are remembered as not listed; each takes 64 bytes. */
const REMEMBERED = 8192
const ROOM = 63

interface Supplier extends SupplierMeta {
  readonly prefix: Uint8Array
  readonly words: Uint32Array
}

/**
 * The suppliers' hashes of illegal content. A listed host is found by its whole SHA-256, all 256 bits of it: as exact as
 * the supplier's own list can be. Hosts that were just found not to be listed are remembered by name, byte for byte, so
 * that the page everybody opens is not hashed each time; remembering by a shorter hash would let one be opened by another.
 */
export class IllegalLayer {
  readonly state: IllegalLayerState
  readonly #suppliers: readonly Supplier[]
  readonly #sha = new Sha256()
  readonly #clear = new Uint8Array(REMEMBERED * 64)
  readonly #encoder = new TextEncoder()
  readonly #scratch = new Uint8Array(4096)

  constructor(suppliers: readonly SupplierMeta[], section: Uint8Array) {
    this.#suppliers = suppliers.map((supplier) => ({
      ...supplier,
      prefix: Uint8Array.from(supplier.salt.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16)),
      words: bigEndianWords(section.subarray(supplier.first * 32, (supplier.first + supplier.entries) * 32)),
    }))
    this.state = {
      suppliers: suppliers.map(({ supplier, edition, signedAt, lateFrom, entries }) => ({
        supplier,
        edition,
        signedAt,
        lateFrom,
        entries,
      })),
      entries: suppliers.reduce((sum, { entries }) => sum + entries, 0),
    }
  }

  get isEmpty(): boolean {
    return this.state.entries === 0
  }

  /** Whether a host, in lower case, is listed. `hash` is any hash of it: it only says where it is remembered. */
  hasHost(name: Uint8Array, from: number, to: number, hash: number): boolean {
    const length = to - from
    const place = ((hash >>> 7) & (REMEMBERED - 1)) * 64
    if (length <= ROOM && this.#remembers(place, name, from, length)) return false
    if (this.#supplierOf(name, from, to) !== null) return true
    if (length <= ROOM) {
      this.#clear[place] = length
      for (let at = 0; at < length; at++) this.#clear[place + 1 + at] = name[from + at] as number
    }
    return false
  }

  /** Whose list has this host, or this host and path: with its query and without. Null for nobody's. */
  supplierOf(host: string, path: string | null): string | null {
    if (this.isEmpty) return null
    const query = path?.indexOf('?') ?? -1
    const texts = [
      host,
      ...(path === null ? [] : [host + path]),
      ...(query < 0 || path === null ? [] : [host + path.slice(0, query)]),
    ]
    for (const text of texts) {
      const { written } = this.#encoder.encodeInto(text, this.#scratch)
      const supplier = this.#supplierOf(this.#scratch, 0, written)
      if (supplier !== null) return supplier
    }
    return null
  }

  #remembers(place: number, name: Uint8Array, from: number, length: number): boolean {
    const clear = this.#clear
    if (clear[place] !== length) return false
    for (let at = 0; at < length; at++) if (clear[place + 1 + at] !== name[from + at]) return false
    return true
  }

  #supplierOf(bytes: Uint8Array, from: number, to: number): string | null {
    for (const { supplier, prefix, words, entries } of this.#suppliers) {
      this.#sha.hash(bytes, from, to, prefix)
      if (holdsWords(words, entries, this.#sha.words)) return supplier
    }
    return null
  }
}

/** Looks for eight words among sorted rows of eight: by halves, for a list is at most some hundred thousand. */
function holdsWords(words: Uint32Array, rows: number, wanted: Uint32Array): boolean {
  let [low, high] = [0, rows]
  while (low < high) {
    const middle = (low + high) >>> 1
    const difference = compareRow(words, middle * 8, wanted)
    if (difference === 0) return true
    if (difference < 0) low = middle + 1
    else high = middle
  }
  return false
}

function compareRow(words: Uint32Array, at: number, wanted: Uint32Array): number {
  for (let word = 0; word < 8; word++) {
    const difference = (words[at + word] as number) - (wanted[word] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** Digests are bytes, most significant first; a list is some megabytes and is turned round once, when it is opened. */
function bigEndianWords(section: Uint8Array): Uint32Array {
  const view = new DataView(section.buffer, section.byteOffset, section.length)
  return Uint32Array.from({ length: section.length / 4 }, (_, at) => view.getUint32(at * 4))
}
