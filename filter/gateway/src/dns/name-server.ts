import { isToJudge, layerOf, type Outcome, type Rewrite, verdictOf } from '../../../engine/src/index.js'
import type { Client } from '../clients/client.js'
import type { Clients } from '../clients/clients.js'
import type { LogLines } from '../log/log-lines.js'
import { isOpen, type Rulings } from '../rulings/rulings.js'
import { Answer } from './answer.js'
import type { BlockAnswer } from './block-answer.js'
import type { Discovery } from './discovery.js'
import type { Kept } from './kept.js'
import { Question, rcode, type } from './question.js'
import type { Recursion } from './recursion.js'
import { isAboutResolver, isCanary, needsNoRuling } from './special-names.js'
import { wireName } from './wire-name.js'

/** What the name server needs of the rest of the gateway. */
export interface NameServerParts {
  readonly rulings: Rulings
  readonly clients: Clients
  readonly log: LogLines
  readonly recursion: Recursion
  readonly block: BlockAnswer
  readonly discovery: Discovery
  /** Told of a mistake of our own. */
  readonly faulty: (fault: unknown) => void
  readonly clock: () => number
}

/** What became of the packets, for the metrics. */
export class DnsCounts {
  asked = 0
  blocked = 0
  malformed = 0
  strangers = 0
  failed = 0
  dropped = 0
}

/** Who is to be given an answer, how much their way back carries, and the second it is. */
interface Asker {
  readonly client: Client
  readonly limit: number
  readonly now: number
}

const CLASS_IN = 1
/** AXFR, IXFR, MAILB, MAILA: transfers and relics that no pupil's device asks for. */
const isTransfer = (kind: number): boolean => kind >= 251 && kind <= 254

/**
 * Answers DNS packets by the school's policy. What the policy or the cache can answer is answered at once, in a buffer
 * that is used again; only what has to be asked upstream waits.
 */
export class NameServer {
  readonly counts = new DnsCounts()
  readonly #parts: NameServerParts
  readonly #question = new Question()
  readonly #answer = new Answer()

  constructor(parts: NameServerParts) {
    this.#parts = parts
  }

  /**
   * The answer to a packet: bytes that hold until the next call, a promise of bytes of their own, or null when nothing
   * may be sent. `limit` is how much the way back carries.
   */
  handle(packet: Buffer, address: string, limit?: number): Uint8Array | Promise<Uint8Array> | null {
    try {
      const answer = this.#handle(packet, address, limit)
      return answer instanceof Promise ? answer.catch((fault: unknown) => this.#mistaken(packet, fault)) : answer
    } catch (fault) {
      return this.#mistaken(packet, fault)
    }
  }

  /** "Server failure", made of nothing but the question's number: whatever went wrong cannot go wrong here again. */
  #mistaken(packet: Buffer, fault: unknown): Uint8Array {
    this.#parts.faulty(fault)
    this.counts.failed++
    const [high = 0, low = 0, flags = 0] = packet
    return Uint8Array.of(high, low, 0x80 | (flags & 0x79), 0x80 | rcode.servFail, 0, 0, 0, 0, 0, 0, 0, 0)
  }

  /** The bytes that were handed out last are still to be sent: the next answer is written elsewhere. */
  letGo(): void {
    this.#answer.letGo()
  }

  #handle(packet: Buffer, address: string, limit?: number): Uint8Array | Promise<Uint8Array> | null {
    const question = this.#question
    this.counts.asked++
    const fault = question.read(packet, packet.length)
    if (fault === 'drop') return this.#drop()
    const client = this.#parts.clients.at(address)
    // Told no in few words: what a stranger gets must be no longer than what they sent, or we would be a weapon.
    if (client === null) return this.#refuse(packet, rcode.refused, 'strangers')
    if (fault !== null) return this.#refuse(packet, fault, 'malformed')
    if (question.class !== CLASS_IN || isTransfer(question.type))
      return this.#refuse(packet, rcode.refused, 'malformed')
    return this.#rule(packet, client, limit ?? question.limit)
  }

  #drop(): null {
    this.counts.dropped++
    return null
  }

  #refuse(packet: Buffer, code: number, count: 'strangers' | 'malformed'): Uint8Array {
    this.counts[count]++
    return this.#answer.empty(packet, this.#question, code).written()
  }

  #rule(packet: Buffer, client: Client, limit: number): Uint8Array | Promise<Uint8Array> {
    const question = this.#question
    const { rulings, log, clock } = this.#parts
    if (needsNoRuling(question)) return this.#resolve(packet, client, limit)
    if (isAboutResolver(question)) return this.#parts.discovery.write(this.#answer, packet, question).written()
    if (isCanary(question)) return this.#answer.empty(packet, question, rcode.nxDomain).written()
    const { snapshot } = rulings
    const at = rulings.moment(clock())
    const outcome = snapshot.outcomeOfName(question.text, 0, question.textLength, client.profile(snapshot), at)
    const toJudge = isToJudge(outcome)
      ? rulings.toJudge({ kind: 'dns', target: question.host(), who: client.who, at })
      : undefined
    log.name({ at, client, answer: rulings.columns('dns', outcome) }, question.text, question.textLength, toJudge)
    if (!isOpen(verdictOf(outcome))) return this.#block(packet)
    const rewrite = snapshot.rewrite(outcome)
    if (rewrite !== null && rewrite.cname !== null) return this.#makeSafe(packet, rewrite, limit)
    return this.#resolve(packet, client, limit)
  }

  #block(packet: Buffer): Uint8Array {
    this.counts.blocked++
    return this.#parts.block.write(this.#answer, packet, this.#question).written()
  }

  #resolve(packet: Buffer, client: Client, limit: number): Uint8Array | Promise<Uint8Array> {
    const question = this.#question
    const { recursion } = this.#parts
    const now = recursion.now()
    const kept = recursion.cached(question, now)
    if (kept !== null) return this.#give(packet, kept, { client, limit, now })
    // The reader and the packet's buffer go on to the next packet while this one waits.
    const copy = Buffer.from(packet)
    return recursion.ask(question).then((found) => {
      this.#question.read(copy, copy.length)
      if (found !== null) return Uint8Array.from(this.#give(copy, found, { client, limit, now: recursion.now() }))
      this.counts.failed++
      return Uint8Array.from(this.#answer.empty(copy, this.#question, rcode.servFail).written())
    })
  }

  #give(packet: Buffer, kept: Kept, { client, limit, now }: Asker): Uint8Array {
    const question = this.#question
    const { aliases } = kept
    if (aliases.length > 0 && this.#leadsToBlocked(aliases, client)) return this.#block(packet)
    const age = Math.floor(now - kept.storedAt)
    return this.#answer.kept(packet, question, kept, age).fitted(packet, question, limit).written()
  }

  /** A name that is open may lead by CNAME to one that is not: the policy is asked about every step of the way. */
  #leadsToBlocked(aliases: readonly string[], client: Client): boolean {
    const { rulings, log, clock } = this.#parts
    const { snapshot } = rulings
    const at = rulings.moment(clock())
    return aliases.some((alias) => {
      const outcome: Outcome = snapshot.outcomeOfHost(alias, client.profile(snapshot), at)
      const verdict = verdictOf(outcome)
      // What no list knows is not held against an alias: default-deny is about the names that people ask for.
      if (isOpen(verdict) || layerOf(outcome) === 'default') return false
      log.text({ at, client, answer: rulings.columns('dns', outcome) }, alias)
      return true
    })
  }

  #makeSafe(packet: Buffer, rewrite: Rewrite, limit: number): Uint8Array | Promise<Uint8Array> {
    const question = this.#question
    // Anything but an address (an HTTPS record holds addresses too) would lead around the safe search.
    if (question.type !== type.A && question.type !== type.AAAA)
      return this.#answer.empty(packet, question, 0).written()
    const target = rewrite.cname ?? ''
    const copy = Buffer.from(packet)
    return this.#parts.recursion.addresses(target, question.type).then((addresses) => {
      this.#question.read(copy, copy.length)
      if (addresses !== null) {
        const answer = this.#answer.alias(copy, this.#question, wireName(target), addresses)
        return Uint8Array.from(answer.fitted(copy, this.#question, limit).written())
      }
      this.counts.failed++
      return Uint8Array.from(this.#answer.empty(copy, this.#question, rcode.servFail).written())
    })
  }
}
