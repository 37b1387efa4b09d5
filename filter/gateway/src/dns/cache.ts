import { randomInt } from 'node:crypto'
import type { Question } from './question.js'
import type { KeptPacket } from './answer.js'
import type { Response } from './response.js'

/** An upstream's answer as it is kept. Times are seconds of a clock that never goes back. */
export interface Kept extends KeptPacket {
  /** What of the question does not stand in the packet: see flagsOf. */
  readonly flags: number
  readonly storedAt: number
  readonly expiresAt: number
  /** The names its CNAMEs lead to: each asker's policy is asked about these too. */
  readonly aliases: readonly string[]
  /** Whether it was asked for since it was last considered for removal. */
  used: boolean
}

/** How long and how much is kept. */
export interface CacheLimits {
  readonly shortestTtl: number
  readonly longestTtl: number
  readonly bytes: number
}

export const usualLimits: CacheLimits = { shortestTtl: 5, longestTtl: 86_400, bytes: 16 * 1024 * 1024 }

const HEADER = 12

/** What one entry costs beside its packet: measured, rounded up. */
const OVERHEAD = 400

/**
 * Answers of upstreams by question. Found by a keyed hash of the name, then compared byte by byte, so that two names
 * never share an answer; two whose hashes meet replace one another. When full, the oldest that nobody asked for since
 * goes first (second chance): no list to keep in order on every hit.
 */
export class Cache {
  readonly #entries = new Map<number, Kept>()
  readonly #limits: CacheLimits
  readonly #seed = randomInt(0x7fff_ffff)
  #bytes = 0
  hits = 0
  misses = 0

  constructor(limits: CacheLimits = usualLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#entries.size
  }

  get bytes(): number {
    return this.#bytes
  }

  /** What is kept for this question and still holds. */
  find(question: Question, now: number): Kept | null {
    const kept = this.#entries.get(this.#hash(question))
    if (kept === undefined || kept.expiresAt <= now || !isAbout(kept, question)) {
      this.misses++
      return null
    }
    kept.used = true
    this.hits++
    return kept
  }

  /** Keeps a response for as long as it says, within the limits. */
  keep(question: Question, packet: Buffer, response: Response, now: number): Kept {
    const { shortestTtl, longestTtl } = this.#limits
    const kept: Kept = {
      packet: packetToKeep(question, packet, response.length),
      flags: flagsOf(question),
      ttlAt: response.ttlAt,
      storedAt: now,
      expiresAt: now + Math.min(Math.max(response.ttl, shortestTtl), longestTtl),
      aliases: response.aliases,
      used: false,
    }
    const hash = this.#hash(question)
    this.#remove(hash)
    this.#entries.set(hash, kept)
    this.#bytes += costOf(kept)
    this.#makeRoom()
    return kept
  }

  clear(): void {
    this.#entries.clear()
    this.#bytes = 0
  }

  #makeRoom(): void {
    for (const [hash, kept] of this.#entries) {
      if (this.#bytes <= this.#limits.bytes) return
      this.#remove(hash)
      if (!kept.used) continue
      kept.used = false
      this.#entries.set(hash, kept)
      this.#bytes += costOf(kept)
    }
  }

  #remove(hash: number): void {
    const kept = this.#entries.get(hash)
    if (kept === undefined) return
    this.#entries.delete(hash)
    this.#bytes -= costOf(kept)
  }

  /** FNV-1a with a start that no client knows, in 31 bits, which a Map finds fastest. */
  #hash(question: Question): number {
    let hash = this.#seed
    const { name, nameLength } = question
    for (let at = 0; at < nameLength; at++) hash = Math.imul(hash ^ (name[at] ?? 0), 0x01000193)
    hash = Math.imul(hash ^ question.type, 0x01000193)
    hash = Math.imul(hash ^ flagsOf(question), 0x01000193)
    return (hash ^ (hash >>> 15)) & 0x7fff_ffff
  }
}

const costOf = (kept: Kept): number => kept.packet.length + OVERHEAD

/** Who asks for signatures, or for no checking, is given another answer than who does not. */
const flagsOf = (question: Question): number => (question.dnssecOk ? 1 : 0) | (question.checkingDisabled ? 2 : 0)

/** Compared with the question in the packet itself: a key beside it would be one more place in memory to fetch. */
function isAbout({ packet, flags }: Kept, question: Question): boolean {
  const { name, nameLength, type } = question
  const end = HEADER + nameLength
  if (flags !== flagsOf(question) || packet[end] !== type >> 8 || packet[end + 1] !== (type & 0xff)) return false
  for (let at = 0; at < nameLength; at++) if (packet[HEADER + at] !== name[at]) return false
  return true
}

/**
 * A copy, so that the large buffer it came in can go, with the name in our own spelling: an upstream may answer in other
 * capitals. EDNS belongs to one hop and is not kept.
 */
function packetToKeep({ name, nameLength }: Question, packet: Buffer, length: number): Uint8Array {
  const kept = new Uint8Array(packet.subarray(0, length))
  kept.set(name.subarray(0, nameLength), HEADER)
  if (length < packet.length) kept[11] = (kept[11] ?? 1) - 1
  return kept
}
