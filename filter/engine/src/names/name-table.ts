import { DOT, FOLD } from './alphabet.js'
import { type NameCode, Speller } from './name-code.js'
import { bloomOf, HASH_STEP } from './name-hash.js'

/** Names shorter than this many bytes of code keep their length in the entry's first byte. */
export const LONG_CODE = 15
/** Sets below this keep their number in the entry's first byte; the 15 commonest of a list do. */
export const LARGE_SET = 15
/** A host of more bytes than this is no host (RFC 1035, 2.3.4), and a label of more bytes no label. */
export const LONGEST_HOST = 253
const LONGEST_LABEL = 63
const HYPHEN = 0x2d

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
  #fresh = true

  constructor(parts: NameTableParts) {
    this.parts = parts
    this.#speller = new Speller(parts.code)
  }

  /**
   * Finds the host in `name[from..to)` and every name above it: for www.example.org also example.org and org.
   * Returns false, with what was found so far, for what is not a host: an empty or overlong label, a forbidden byte.
   */
  walk(name: Uint8Array, from: number, to: number, hits: Hits): boolean {
    hits.count = 0
    if (to - from > LONGEST_HOST || to <= from) return false
    const { index, buckets, seed } = this.parts
    const scale = 2 ** -32 * buckets
    let hash = seed
    let labelEnd = to
    let spelled = to
    this.#fresh = true
    for (let at = to - 1; at >= from; at--) {
      const byte = FOLD[name[at] as number] as number
      if (byte <= DOT && byte !== HYPHEN) {
        if (byte === 0) return false
        if (byte === DOT) {
          if (labelEnd - at > LONGEST_LABEL + 1 || labelEnd === at + 1) return false
          labelEnd = at
          const bucket = ((hash >>> 0) * scale) >>> 0
          const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
          const bloom = (1 << (mixed >>> 27)) | (1 << ((mixed >>> 22) & 31)) | (1 << ((mixed >>> 17) & 31))
          if (((index[bucket << 1] as number) & bloom) === bloom) {
            this.#compare(name, at + 1, spelled, bucket, hits)
            spelled = at + 1
          }
        }
      }
      hash = Math.imul(hash ^ byte, HASH_STEP)
    }
    if (labelEnd - from > LONGEST_LABEL || labelEnd === from) return false
    const bucket = ((hash >>> 0) * scale) >>> 0
    if (((index[bucket << 1] as number) & bloomOf(hash)) === bloomOf(hash))
      this.#compare(name, from, spelled, bucket, hits)
    return true
  }

  /** The set of exactly this text, which may be any bytes, or -1. */
  get(text: Uint8Array, from: number, to: number, hash: number): number {
    const { index, buckets } = this.parts
    const bucket = ((hash >>> 0) * (2 ** -32 * buckets)) >>> 0
    const bloom = bloomOf(hash)
    if (((index[bucket << 1] as number) & bloom) !== bloom) return -1
    const speller = this.#speller
    speller.start()
    speller.push(text, from, to, AS_IT_IS)
    return this.#find(bucket, speller.finish())
  }

  /** Spells the name on to `at`, from where the last spelling of this walk ended, and looks for it in the bucket. */
  #compare(name: Uint8Array, at: number, end: number, bucket: number, hits: Hits): void {
    if (this.#fresh) this.#speller.start()
    this.#fresh = false
    this.#speller.push(name, at, end, FOLD)
    const set = this.#find(bucket, this.#speller.finish())
    if (set < 0) return
    hits.sets[hits.count] = set
    hits.starts[hits.count] = at
    hits.count += 1
  }

  /** The set of the entry in this bucket whose spelling is the speller's first `length` bytes, or -1. */
  #find(bucket: number, length: number): number {
    const { index, entries } = this.parts
    const spelling = this.#speller.bytes
    const end = index[(bucket << 1) + 3] as number
    let at = index[(bucket << 1) + 1] as number
    while (at < end) {
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
      if (size === length) {
        let same = size - 1
        while (same >= 0 && entries[at + same] === spelling[same]) same--
        if (same < 0) return set
      }
      at += size
    }
    return -1
  }
}

const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, byte) => byte)
