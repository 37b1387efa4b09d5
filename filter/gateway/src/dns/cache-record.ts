import type { Kept } from './kept.js'

/** What the cache itself needs to know of a record. */
export interface Fields {
  /** At most 31 bits. */
  readonly hash: number
  /** At most 2 bits. */
  readonly flags: number
  /** Seconds. */
  readonly expiresAt: number
}

/** Words: size, hash, storedAt, expiresAt, the packet's length with flags and counts, then times to live, packet, aliases. */
const HEAD_WORDS = 5
const [HASH, STORED, EXPIRES, MEASURES] = [1, 2, 3, 4] as const
const USED = 1 << 18
const MOST_TTLS = 255
const MOST_ALIASES = 15
const NO_ALIASES: readonly string[] = []

/** A record of the cache, and the reader of them: one is used again for every find, and makes nothing. */
export class CacheRecord implements Kept {
  readonly bytes: Uint8Array
  readonly ttls: Uint16Array
  readonly #words: Uint32Array
  #at = 0
  start = 0
  length = 0
  ttlStart = 0
  ttlCount = 0
  storedAt = 0
  expiresAt = 0
  flags = 0

  constructor(words: Uint32Array) {
    this.#words = words
    this.bytes = new Uint8Array(words.buffer)
    this.ttls = new Uint16Array(words.buffer)
  }

  /** An answer as a record; null for one of so many parts that it is not worth keeping. */
  static written(
    { bytes, start, length, ttls, ttlCount, storedAt, aliases }: Kept,
    fields: Fields,
  ): Uint32Array | null {
    if (ttlCount > MOST_TTLS || aliases.length > MOST_ALIASES) return null
    const names = Buffer.from(aliases.map((name) => String.fromCharCode(name.length) + name).join(''), 'latin1')
    const packetAt = HEAD_WORDS * 4 + wholeWords(ttlCount * 2)
    const namesAt = packetAt + length
    const record = new Uint32Array(wholeWords(namesAt + names.length) / 4)
    record[0] = record.length
    record[HASH] = fields.hash
    record[STORED] = storedAt
    record[EXPIRES] = fields.expiresAt
    record[MEASURES] = length | (fields.flags << 16) | (ttlCount << 19) | (aliases.length << 27)
    new Uint16Array(record.buffer).set(ttls.subarray(0, ttlCount), HEAD_WORDS * 2)
    const all = new Uint8Array(record.buffer)
    all.set(bytes.subarray(start, start + length), packetAt)
    all.set(names, namesAt)
    return record
  }

  hashAt(at: number): number {
    return this.#words[at + HASH] as number
  }

  isUsedAt(at: number): boolean {
    return ((this.#words[at + MEASURES] as number) & USED) !== 0
  }

  read(at: number): void {
    const words = this.#words
    const measures = words[at + MEASURES] as number
    this.#at = at
    this.length = measures & 0xffff
    this.flags = (measures >>> 16) & 3
    this.ttlCount = (measures >>> 19) & MOST_TTLS
    this.ttlStart = (at + HEAD_WORDS) * 2
    this.start = (at + HEAD_WORDS) * 4 + wholeWords(this.ttlCount * 2)
    this.storedAt = words[at + STORED] as number
    this.expiresAt = words[at + EXPIRES] as number
  }

  /** It was asked for, and is worth sparing once. */
  markUsed(): void {
    const at = this.#at + MEASURES
    this.#words[at] = (this.#words[at] as number) | USED
  }

  /** A copy that was not asked for yet. */
  copyOf(at: number): Uint32Array {
    const copy = this.#words.slice(at, at + (this.#words[at] as number))
    copy[MEASURES] = (copy[MEASURES] as number) & ~USED
    return copy
  }

  get aliases(): readonly string[] {
    let left = (this.#words[this.#at + MEASURES] as number) >>> 27
    if (left === 0) return NO_ALIASES
    const names: string[] = []
    for (let at = this.start + this.length; left > 0; left--) {
      const end = at + 1 + (this.bytes[at] as number)
      names.push(String.fromCharCode(...this.bytes.subarray(at + 1, end)))
      at = end
    }
    return names
  }
}

const wholeWords = (bytes: number): number => (bytes + 3) & ~3
