import { AS_IT_IS, DOT, FOLD, FOLDED } from './alphabet.js'
import type { NameCode } from './name-code.js'
import { LONGEST_TEXT, Speller } from './speller.js'
import { bloomOf, HASH_STEP } from './name-hash.js'

/** Names shorter than this many bytes of code keep their length in the entry's first byte. */
export const LONG_CODE = 15
/** Sets below this keep their number in the entry's first byte; the 15 commonest of a list do. */
export const LARGE_SET = 15
/** A host of more bytes than this is no host (RFC 1035, 2.3.4), and a label of more bytes no label. */
export const LONGEST_HOST = 253
const LONGEST_LABEL = 63

/** The parts of a table as they lie in a snapshot. `index` holds for each bucket its bloom word and where its entries begin, and one end more. */
export interface NameTableParts {
  readonly seed: number
  readonly buckets: number
  readonly index: Uint32Array
  readonly entries: Uint8Array
  readonly code: NameCode
}

/** What a walk found: for each hit the set that the name is in and where it begins. Reused from one walk to the next. */
export class Hits {
  count = 0
  readonly sets = new Int32Array(128)
  readonly starts = new Int32Array(128)
}

/**
 * Names and the sets they are in, exact. A walk goes over a host once, from the right, with a hash that grows by one
 * byte a step; at each label it looks at one word of its bucket, which nearly always settles that nothing below is
 * listed. Otherwise the name is spelled and compared with what the bucket holds, byte for byte: verified on every hit.
 */
export class NameTable {
  readonly parts: NameTableParts
  readonly #speller: Speller
  readonly #scale: number
  /** Where the names begin that a walk saw were perhaps there, and their buckets. */
  readonly #places = new Int32Array(128)
  readonly #buckets = new Int32Array(128)

  constructor(parts: NameTableParts) {
    this.parts = parts
    this.#speller = new Speller(parts.code)
    this.#scale = 2 ** -32 * parts.buckets
  }

  /**
   * Finds the host in `name[from..to)` and every name above it: for www.example.org also example.org and org.
   * Returns false, with what was found so far, for what is not a host: an empty or overlong label, a forbidden byte.
   */
  walk(name: Uint8Array, from: number, to: number, hits: Hits): boolean {
    hits.count = 0
    if (to - from > LONGEST_HOST || to <= from) return false
    const places = this.#places
    const buckets = this.#buckets
    const { index } = this.parts
    const scale = this.#scale
    // As constants of the function: a bundle makes variables of a module's, and would read and check them at every byte.
    const fold = FOLD
    const step = HASH_STEP | 0
    let perhaps = 0
    let hash = this.parts.seed
    let labelEnd = to
    let at = to - 1
    for (; at >= from; at--) {
      const byte = fold[name[at] as number] as number
      if (byte <= DOT) {
        if (byte === 0) break
        if (byte === DOT) {
          if (labelEnd - at > LONGEST_LABEL + 1 || labelEnd === at + 1) break
          labelEnd = at
          const bucket = ((hash >>> 0) * scale) >>> 0
          const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
          const bloom = (1 << (mixed >>> 27)) | (1 << ((mixed >>> 22) & 31)) | (1 << ((mixed >>> 17) & 31))
          if (((index[bucket << 1] as number) & bloom) === bloom) {
            places[perhaps] = at + 1
            buckets[perhaps++] = bucket
          }
        }
      }
      hash = Math.imul(hash ^ byte, step)
    }
    const isHost = at < from && labelEnd - from <= LONGEST_LABEL && labelEnd !== from
    if (isHost) {
      const bucket = ((hash >>> 0) * scale) >>> 0
      if (((index[bucket << 1] as number) & bloomOf(hash)) === bloomOf(hash)) {
        places[perhaps] = from
        buckets[perhaps++] = bucket
      }
    }
    if (perhaps > 0) this.#compare(name, to, perhaps, hits)
    return isHost
  }

  /** The set of exactly this text, which may be any bytes, or -1. */
  get(text: Uint8Array, from: number, to: number, hash: number): number {
    if (to - from > LONGEST_TEXT) return -1
    const bucket = ((hash >>> 0) * this.#scale) >>> 0
    const bloom = bloomOf(hash)
    if (((this.parts.index[bucket << 1] as number) & bloom) !== bloom) return -1
    const speller = this.#speller
    speller.start()
    speller.push(text, from, to, AS_IT_IS)
    return this.#find(bucket, speller.finish(), this.#firstOf(bucket))
  }

  /**
   * Looks for each name that is perhaps there, the shortest first, so that each spelling goes on from the last. A walk
   * notes them and comes here once it is over: a loop that sometimes calls is slower for all that never do.
   */
  #compare(name: Uint8Array, to: number, perhaps: number, hits: Hits): void {
    const speller = this.#speller
    speller.start()
    let spelled = to
    for (let each = 0; each < perhaps; each++) {
      const at = this.#places[each] as number
      const bucket = this.#buckets[each] as number
      // Asked for before the spelling, so that memory is on its way meanwhile.
      const first = this.#firstOf(bucket)
      speller.push(name, at, spelled, FOLDED)
      spelled = at
      const set = this.#find(bucket, speller.finish(), first)
      if (set < 0) continue
      hits.sets[hits.count] = set
      hits.starts[hits.count] = at
      hits.count += 1
    }
  }

  #firstOf(bucket: number): number {
    const { index, entries } = this.parts
    return entries[index[(bucket << 1) + 1] as number] as number
  }

  /** The set of the entry in this bucket, `head` its first byte, whose spelling is the speller's first `length` bytes, or -1. */
  #find(bucket: number, length: number, first: number): number {
    const { index, entries } = this.parts
    const spelling = this.#speller.bytes
    const end = index[(bucket << 1) + 3] as number
    let at = index[(bucket << 1) + 1] as number
    let head = first
    while (at < end) {
      at += 1
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
      if (size === length) {
        let same = size - 1
        while (same >= 0 && entries[at + same] === spelling[same]) same--
        if (same < 0) return set
      }
      at += size
      head = entries[at] as number
    }
    return -1
  }
}
