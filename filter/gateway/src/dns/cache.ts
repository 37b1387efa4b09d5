import { randomInt } from 'node:crypto'
import { isAbout, type Kept, keptOf } from './kept.js'
import type { Question } from './question.js'
import type { Response } from './response.js'
import { CacheRecord, type Fields } from './cache-record.js'
import { Ring } from './ring.js'

/** How long and how much is kept. */
export interface CacheLimits {
  readonly shortestTtl: number
  readonly longestTtl: number
  readonly bytes: number
}

export const usualLimits: CacheLimits = { shortestTtl: 5, longestTtl: 86_400, bytes: 16 * 1024 * 1024 }

const WAYS = 4
/** Bytes of the ring for each place of the index: about what a record takes. */
const BYTES_A_PLACE = 128
/** Records that are spared for one new one. */
const MOST_SPARED = 16

/**
 * Answers of upstreams by question, all in one piece of memory: as objects they took ten times the room, and each find a
 * walk through a dozen places of it. Found by a keyed hash of the name, then compared byte by byte, so that two names
 * never share an answer; of those whose hashes meet, four have a place. When full, the oldest goes that nobody asked for
 * since it was last its turn (second chance).
 */
export class Cache {
  readonly #limits: CacheLimits
  readonly #seed = randomInt(0x7fff_ffff)
  readonly #ring: Ring
  readonly #found: CacheRecord
  /** Where records stand, plus one; 0 for none. In buckets of four, by hash. */
  readonly #index: Uint32Array
  readonly #mask: number
  #waiting: Uint32Array[] = []
  #spares = 0
  size = 0
  hits = 0
  misses = 0

  constructor(limits: CacheLimits = usualLimits) {
    this.#limits = limits
    this.#ring = new Ring(limits.bytes, (at) => this.#drop(at))
    this.#found = new CacheRecord(this.#ring.words)
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(1, limits.bytes / BYTES_A_PLACE / WAYS)))
    this.#index = new Uint32Array(buckets * WAYS)
    this.#mask = buckets - 1
  }

  get bytes(): number {
    return this.#ring.usedBytes
  }

  /** What is kept for this question and still holds, until the cache is next used. */
  find(question: Question, now: number): Kept | null {
    const hash = this.#hash(question)
    const found = this.#found
    const bucket = (hash & this.#mask) * WAYS
    for (let way = bucket; way < bucket + WAYS; way++) {
      const place = this.#index[way] as number
      if (place === 0 || found.hashAt(place - 1) !== hash) continue
      found.read(place - 1)
      if (found.expiresAt <= now || found.flags !== flagsOf(question)) break
      if (!isAbout(found.bytes, found.start, question)) break
      found.markUsed()
      this.hits++
      return found
    }
    this.misses++
    return null
  }

  /** Keeps a response for as long as it says, within the limits, and gives it back as one that lasts. */
  keep(question: Question, packet: Buffer, response: Response, now: number): Kept {
    const { shortestTtl, longestTtl } = this.#limits
    const kept = keptOf(question, packet, response, now)
    const fields: Fields = {
      hash: this.#hash(question),
      flags: flagsOf(question),
      expiresAt: now + Math.min(Math.max(response.ttl, shortestTtl), longestTtl),
    }
    const record = CacheRecord.written(kept, fields)
    if (record === null || !this.#ring.takes(record.length)) return kept
    this.#forget(fields.hash)
    this.#spares = MOST_SPARED
    this.#waiting.push(record)
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop())
      this.#enter(this.#ring.add(next), next)
    return kept
  }

  clear(): void {
    this.#ring.clear()
    this.#index.fill(0)
    this.size = 0
  }

  /** The ring is about to give a record up. */
  #drop(at: number): void {
    const hash = this.#found.hashAt(at)
    const way = this.#ways(hash).find((each) => this.#index[each] === at + 1)
    // Replaced by a newer answer, or by another question's.
    if (way === undefined) return
    this.#leave(way)
    if (this.#spares > 0 && this.#found.isUsedAt(at)) {
      this.#spares--
      this.#waiting.push(this.#found.copyOf(at))
    }
  }

  #forget(hash: number): void {
    const way = this.#ways(hash).find((each) => this.#holds(each, hash))
    if (way !== undefined) this.#leave(way)
  }

  #enter(at: number, record: Uint32Array): void {
    const hash = this.#found.hashAt(at)
    this.#forget(hash)
    const ways = this.#ways(hash)
    const way = ways.find((each) => this.#index[each] === 0) ?? (ways[record.length % WAYS] as number)
    if (this.#index[way] !== 0) this.#leave(way)
    this.#index[way] = at + 1
    this.size++
  }

  #leave(way: number): void {
    this.#index[way] = 0
    this.size--
  }

  #holds(way: number, hash: number): boolean {
    const place = this.#index[way] as number
    return place !== 0 && this.#found.hashAt(place - 1) === hash
  }

  #ways(hash: number): readonly number[] {
    const first = (hash & this.#mask) * WAYS
    return [first, first + 1, first + 2, first + 3]
  }

  /** FNV-1a with a start that no client knows, in 31 bits. */
  #hash(question: Question): number {
    let hash = this.#seed
    const { name, nameLength } = question
    for (let at = 0; at < nameLength; at++) hash = Math.imul(hash ^ (name[at] ?? 0), 0x01000193)
    hash = Math.imul(hash ^ question.type, 0x01000193)
    hash = Math.imul(hash ^ flagsOf(question), 0x01000193)
    return (hash ^ (hash >>> 15)) & 0x7fff_ffff
  }
}

/** Who asks for signatures, or for no checking, is given another answer than who does not. */
const flagsOf = (question: Question): number => (question.dnssecOk ? 1 : 0) | (question.checkingDisabled ? 2 : 0)
