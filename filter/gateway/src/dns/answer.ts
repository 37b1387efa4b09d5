import { type Kept, packetOf } from './kept.js'
import { LARGEST_UDP, type Question, type } from './question.js'

const HEADER = 12
const OPT_SIZE = 11
/** How long a client may keep what the policy said: a change reaches everybody within this many seconds. */
const POLICY_TTL = 10

/**
 * Writes answers into one buffer that is used again for every packet: header, the question just as it was asked (some
 * resolvers mix the case of letters and check it), then what the answer holds, then EDNS if the client spoke it.
 */
export class Answer {
  bytes = Buffer.alloc(65_535)
  length = 0
  /** Views of `bytes` by their length, as long as UDP carries: the same few come again and again. */
  #views = noViews()

  /** What was written, until it is written over. */
  written(): Uint8Array {
    const { bytes, length } = this
    return length > LARGEST_UDP ? bytes.subarray(0, length) : (this.#views[length] ??= bytes.subarray(0, length))
  }

  /** Leaves what was written to whoever has it still to send, and goes on in another buffer. */
  letGo(): void {
    this.bytes = Buffer.alloc(65_535)
    this.#views = noViews()
  }

  /** An answer without records: a refusal, a failure, "no such name" or "nothing of this type". */
  empty(packet: Uint8Array, question: Question, code: number): this {
    this.#open(packet, question, code)
    this.#edns(question, code)
    return this
  }

  /** Records of the type asked for, at most 255: the block page's address, or what the gateway says of itself. */
  records(packet: Uint8Array, question: Question, records: readonly Uint8Array[]): this {
    this.#open(packet, question, 0)
    for (const record of records) this.#record(question.type, record)
    this.bytes[7] = records.length
    this.#edns(question, 0)
    return this
  }

  /** A CNAME and then records that were found under that name, for safe search. */
  alias(packet: Uint8Array, question: Question, target: Uint8Array, addresses: readonly Uint8Array[]): this {
    this.#open(packet, question, 0)
    this.#record(type.CNAME, target)
    const name = this.length - target.length
    for (const address of addresses) this.#record(question.type, address, name)
    this.bytes[7] = 1 + addresses.length
    this.#edns(question, 0)
    return this
  }

  /** A packet that was kept: its records with their ages taken off, under this question's id and spelling. */
  kept(packet: Uint8Array, question: Question, kept: Kept, age: number): this {
    const { bytes } = this
    bytes.set(packetOf(kept))
    this.length = kept.length
    bytes[0] = question.id >> 8
    bytes[1] = question.id & 0xff
    bytes[2] = ((bytes[2] ?? 0) & 0xfe) | (question.recursionDesired ? 1 : 0)
    copyQuestion(packet, HEADER, question.end, bytes)
    if (age > 0) this.#grownOlder(kept, age)
    this.#edns(question, 0)
    return this
  }

  /** Says "ask again over TCP" in place of an answer that does not fit the client's limit. */
  fitted(packet: Uint8Array, question: Question, limit: number): this {
    if (this.length <= limit) return this
    this.#open(packet, question, (this.bytes[3] ?? 0) & 0x0f)
    this.bytes[2] = (this.bytes[2] ?? 0) | 0x02
    this.#edns(question, 0)
    return this
  }

  #open(packet: Uint8Array, question: Question, code: number): void {
    const { bytes } = this
    const end = question.end
    copyQuestion(packet, 0, end, bytes)
    bytes[2] = 0x80 | (question.recursionDesired ? 1 : 0)
    bytes[3] = 0x80 | (question.checkingDisabled ? 0x10 : 0) | (code & 0x0f)
    for (let at = 4; at < HEADER; at++) bytes[at] = 0
    bytes[5] = end > HEADER ? 1 : 0
    this.length = end
  }

  #record(kind: number, data: Uint8Array, name = HEADER): void {
    const { bytes } = this
    let at = this.length
    at = bytes.writeUInt16BE(0xc000 | name, at)
    at = bytes.writeUInt16BE(kind, at)
    at = bytes.writeUInt16BE(1, at)
    at = bytes.writeUInt32BE(POLICY_TTL, at)
    at = bytes.writeUInt16BE(data.length, at)
    bytes.set(data, at)
    this.length = at + data.length
  }

  #grownOlder({ ttls, ttlStart, ttlCount }: Kept, age: number): void {
    for (let ttl = ttlStart; ttl < ttlStart + ttlCount; ttl++) {
      const at = ttls[ttl] ?? 0
      this.bytes.writeUInt32BE(Math.max(this.bytes.readUInt32BE(at) - age, 0), at)
    }
  }

  #edns(question: Question, code: number): void {
    if (!question.edns) return
    const { bytes } = this
    bytes.set(OPT, this.length)
    bytes[this.length + 5] = code >> 4
    if (question.dnssecOk) bytes[this.length + 7] = 0x80
    this.length += OPT_SIZE
    bytes[11] = (bytes[11] ?? 0) + 1
  }
}

const noViews = (): (Uint8Array | undefined)[] => Array.from({ length: LARGEST_UDP + 1 })

/** Byte by byte: for the few bytes of a question a view of them costs more than the copying. */
function copyQuestion(packet: Uint8Array, from: number, to: number, into: Uint8Array): void {
  for (let at = from; at < to; at++) into[at] = packet[at] ?? 0
}

/** Root, OPT, 1,232 bytes, no extended code, version 0, no flags, no options. */
const OPT = Uint8Array.of(0, 0, type.OPT, 0x04, 0xd0, 0, 0, 0, 0, 0, 0)
