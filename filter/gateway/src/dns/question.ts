/** The record types that the gateway treats in a way of their own. */
export const type = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  AAAA: 28,
  OPT: 41,
  SVCB: 64,
  HTTPS: 65,
  ANY: 255,
} as const

/** DNS response codes (RFC 1035 4.1.1; BADVERS: RFC 6891 9). */
export const rcode = { ok: 0, formErr: 1, servFail: 2, nxDomain: 3, notImp: 4, refused: 5, badVers: 16 } as const

/** What is wrong with a packet: a response code to answer with, or 'drop' for what must not be answered at all. */
export type Fault = 'drop' | number

const HEADER = 12
const NO_EDNS = 512
/** What fits every path without fragments (DNS flag day 2020); nobody is answered with more over UDP. */
export const LARGEST_UDP = 1232
const LARGEST_NAME = 255
const DOT = 46

/**
 * One DNS question, read from the raw packet without allocating. dns-packet, which reads everything else, takes longer
 * over one packet than the rest of a query together; it is this reader's oracle in the tests. One instance is used again
 * for every packet, so what is to be kept must be copied.
 */
export class Question {
  id = 0
  recursionDesired = false
  checkingDisabled = false
  type = 0
  class = 0
  /** The name in lower case, in wire form, in `name[0 .. nameLength)`. */
  readonly name = new Uint8Array(LARGEST_NAME)
  nameLength = 0
  /** The name in lower case with dots and none at its end, in `text[0 .. textLength)`; empty for the root. */
  readonly text = Buffer.alloc(LARGEST_NAME)
  textLength = 0
  /** Where the question ends in the packet that was read. */
  end = 0
  edns = false
  dnssecOk = false
  /** How many bytes the client takes over UDP. */
  limit = NO_EDNS

  /** Reads a packet. Returns null when it holds one sound question, else what is wrong. */
  read(packet: Uint8Array, length: number): Fault | null {
    this.textLength = 0
    // Until a question has been read there is none to send back.
    this.end = HEADER
    this.edns = false
    this.dnssecOk = false
    this.limit = NO_EDNS
    const header = this.#header(packet, length)
    if (header !== null) return header
    const after = this.#name(packet, length)
    if (after < 0 || after + 4 > length) return rcode.formErr
    this.type = word(packet, after)
    this.class = word(packet, after + 2)
    this.end = after + 4
    return this.#additional(packet, length)
  }

  /** The name as a string: 'www.example.org'. Allocates; for the slow paths. */
  host(): string {
    return this.text.toString('latin1', 0, this.textLength)
  }

  #header(packet: Uint8Array, length: number): Fault | null {
    if (length < HEADER) return 'drop'
    const high = packet[2] ?? 0
    // A response must never be answered: two servers would talk to each other for ever.
    if ((high & 0x80) !== 0) return 'drop'
    this.id = word(packet, 0)
    this.recursionDesired = (high & 0x01) !== 0
    this.checkingDisabled = ((packet[3] ?? 0) & 0x10) !== 0
    if ((high & 0x78) !== 0) return rcode.notImp
    if (word(packet, 4) !== 1 || word(packet, 6) !== 0 || word(packet, 8) !== 0) return rcode.formErr
    return null
  }

  /** Returns where the name ends, or -1. A question is the first thing in a packet: compression has nothing to point to. */
  #name(packet: Uint8Array, length: number): number {
    let at = HEADER
    let text = 0
    let size = sizeAt(packet, at, length)
    while (size > 0) {
      this.name[at - HEADER] = size
      if (text > 0) this.text[text++] = DOT
      const end = at + size
      for (; at < end; text++) {
        const letter = letterAt(packet, ++at)
        if (letter === 0) return -1
        this.name[at - HEADER] = letter
        this.text[text] = letter
      }
      size = sizeAt(packet, ++at, length)
    }
    if (size < 0) return -1
    this.name[at - HEADER] = 0
    this.nameLength = at + 1 - HEADER
    this.textLength = text
    return at + 1
  }

  #additional(packet: Uint8Array, length: number): Fault | null {
    const count = word(packet, 10)
    if (count === 0) return null
    if (count > 1) return rcode.formErr
    const at = this.end
    // Only EDNS may follow a question (RFC 6891 6.1.1): its name is the root, and what it claims to hold is really there.
    if (at + 11 > length || packet[at] !== 0 || word(packet, at + 1) !== type.OPT) return rcode.formErr
    if (at + 11 + word(packet, at + 9) > length) return rcode.formErr
    this.edns = true
    this.limit = Math.min(Math.max(word(packet, at + 3), NO_EDNS), LARGEST_UDP)
    this.dnssecOk = ((packet[at + 7] ?? 0) & 0x80) !== 0
    return packet[at + 6] === 0 ? null : rcode.badVers
  }
}

/** The length of the label that begins here; -1 when it is none, or goes beyond the packet or what a name may be. */
function sizeAt(packet: Uint8Array, at: number, length: number): number {
  const size = packet[at] ?? 64
  return size > 63 || at + size >= length || at + size - HEADER >= LARGEST_NAME ? -1 : size
}

const letterAt = (packet: Uint8Array, at: number): number => lower[packet[at] ?? 0] ?? 0

/** Two bytes, most significant first. Outside the packet reads as 0. */
export const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/**
 * What a byte of a label becomes, 0 for what no host name holds. A dot or a null *inside* a label is refused: written
 * out, `blocked\.example` would be another name than the one that is asked.
 */
const lower = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte <= 32 || byte >= 127 || byte === DOT) return 0
  return byte >= 65 && byte <= 90 ? byte + 32 : byte
})
