import { Cache, type CacheLimits } from './cache.js'
import type { Forwarder } from './forwarder.js'
import { type Kept, packetOf } from './kept.js'
import { outgoing } from './outgoing.js'
import { Question, type, word } from './question.js'
import { readAddresses } from './read-addresses.js'
import { readResponse } from './response.js'
import { withoutEch } from './without-ech.js'
import { wireName } from './wire-name.js'

export interface RecursionOptions {
  readonly forwarder: Forwarder
  readonly limits?: CacheLimits
  /** Whether keys for Encrypted ClientHello are passed on. */
  readonly ech: 'strip' | 'keep'
  /** Seconds of a clock that never goes back. */
  readonly now?: () => number
}

/** The answers of the world's name servers: from the cache, else from an upstream. */
export class Recursion {
  readonly cache: Cache
  readonly forwarder: Forwarder
  readonly #ech: 'strip' | 'keep'
  readonly now: () => number
  /** Answers of upstreams that could not be read, and were not passed on. */
  unsound = 0

  constructor({ forwarder, limits, ech, now = () => performance.now() / 1000 }: RecursionOptions) {
    this.cache = new Cache(limits)
    this.forwarder = forwarder
    this.#ech = ech
    this.now = now
  }

  cached(question: Question, now = this.now()): Kept | null {
    return this.cache.find(question, now)
  }

  /** Asks upstream and keeps the answer. Null when nobody answered, or nothing sound. */
  async ask(question: Question): Promise<Kept | null> {
    const sent = outgoing(question)
    const packet = await this.forwarder.ask(sent)
    if (packet === null) return null
    // The caller's reader has gone on to other packets meanwhile: the question is read again from what was sent.
    const asked = new Question()
    asked.read(sent.packet, sent.packet.length)
    const kept = this.#keep(asked, packet)
    if (kept === null) this.unsound++
    return kept
  }

  /** The IPv4 or IPv6 addresses of a host, as bytes. Empty when it has none; null when nobody could say. */
  async addresses(host: string, kind: number): Promise<readonly Uint8Array[] | null> {
    const question = questionFor(host, kind)
    if (question === null) return null
    const kept = this.cached(question) ?? (await this.ask(question))
    return kept === null ? null : readAddresses(packetOf(kept), kind)
  }

  #keep(question: Question, received: Buffer): Kept | null {
    const first = readResponse(received)
    if (first === null) return null
    const mayHoldKeys = first.types.has(type.HTTPS) || first.types.has(type.SVCB)
    const packet = this.#ech === 'strip' && mayHoldKeys ? withoutEch(received) : received
    const response = packet === received ? first : packet === null ? null : readResponse(packet)
    if (packet === null || response === null) return null
    return this.cache.keep(question, packet, response, this.now())
  }
}

/** A question of our own. Null for a name that DNS cannot hold. */
export function questionFor(host: string, kind: number): Question | null {
  if (host.length > 253 || host.split('.').some((label) => label.length > 63 || label.length === 0)) return null
  const name = wireName(host)
  const packet = Buffer.alloc(12 + name.length + 4)
  packet[2] = 0x01
  packet[5] = 1
  packet.set(name, 12)
  packet.writeUInt16BE(kind, 12 + name.length)
  packet.writeUInt16BE(1, 14 + name.length)
  const question = new Question()
  return question.read(packet, packet.length) === null && word(packet, 4) === 1 ? question : null
}
