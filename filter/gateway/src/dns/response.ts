import { type, word } from './question.js'

const HEADER = 12
/** RFC 2308 5: a name that is not there is remembered for this long at most. */
const LONGEST_DENIAL = 3600

/** What is worth knowing of a response before it is kept. */
export interface Response {
  /** Up to where EDNS begins: what is kept. */
  readonly length: number
  readonly ttlAt: Uint16Array
  /** Seconds it may be kept: the smallest time to live, or the zone's own word for what is not there. */
  readonly ttl: number
  /** The names that its CNAMEs lead to, in lower case with dots. */
  readonly aliases: readonly string[]
  /** The types of its records. */
  readonly types: ReadonlySet<number>
}

interface Found {
  readonly ttlAt: number[]
  readonly aliases: string[]
  readonly types: Set<number>
  ttl: number
  length: number
}

/**
 * Walks over an upstream's response without decoding its records. Null when it is not sound: a count that the packet
 * does not hold, a name that points forward or in a circle, a record beyond its end, EDNS anywhere but last.
 */
export function readResponse(packet: Buffer): Response | null {
  if (packet.length < HEADER || word(packet, 4) !== 1) return null
  const question = skipName(packet, HEADER)
  if (question < 0) return null
  const found: Found = { ttlAt: [], aliases: [], types: new Set(), ttl: Number.MAX_SAFE_INTEGER, length: packet.length }
  let at = question + 4
  const answers = word(packet, 6)
  const authority = answers + word(packet, 8)
  const all = authority + word(packet, 10)
  for (let record = 0; record < all; record++) {
    at = readRecord(packet, at, { found, denial: answers === 0 && record < authority, last: record === all - 1 })
    if (at < 0) return null
  }
  const { length, ttl, aliases, types } = found
  return { length, ttlAt: Uint16Array.from(found.ttlAt), ttl: found.ttlAt.length === 0 ? 0 : ttl, aliases, types }
}

interface Place {
  readonly found: Found
  /** In the authority part of an answer that says "there is none". */
  readonly denial: boolean
  readonly last: boolean
}

function readRecord(packet: Buffer, start: number, { found, denial, last }: Place): number {
  const at = skipName(packet, start)
  if (at < 0 || at + 10 > packet.length) return -1
  const kind = word(packet, at)
  const data = at + 10
  const end = data + word(packet, at + 8)
  if (end > packet.length) return -1
  if (kind === type.OPT) {
    if (!last) return -1
    found.length = start
    return end
  }
  const ttl = packet.readUInt32BE(at + 4)
  found.ttlAt.push(at + 4)
  found.ttl = Math.min(found.ttl, denial ? Math.min(denialTtl(packet, kind, { ttl, end }), LONGEST_DENIAL) : ttl)
  found.types.add(kind)
  if (kind !== type.CNAME) return end
  const alias = readName(packet, data)
  if (alias === null) return -1
  found.aliases.push(alias)
  return end
}

/** The last number of a SOA record says how long "there is none" holds. */
const denialTtl = (packet: Buffer, kind: number, { ttl, end }: { ttl: number; end: number }): number =>
  kind === type.SOA && end >= 4 ? Math.min(ttl, packet.readUInt32BE(end - 4)) : ttl

/** Where the name that begins here ends, or -1. */
export function skipName(packet: Uint8Array, start: number): number {
  let at = start
  while (at < packet.length) {
    const size = packet[at] ?? 0
    if (size === 0) return at + 1
    if (size >= 0xc0) return at + 2
    if (size > 63) return -1
    at += size + 1
  }
  return -1
}

/** The name that begins here, with dots. A pointer must point back, each further than the last: no circle is possible. */
function readName(packet: Buffer, start: number): string | null {
  const labels: string[] = []
  let at = start
  let before = start
  let total = 0
  while (at < packet.length) {
    const size = packet[at] ?? 0
    if (size === 0) return labels.join('.').toLowerCase()
    if (size >= 0xc0) {
      at = word(packet, at) & 0x3fff
      if (at >= before) return null
      before = at
      continue
    }
    total += size + 1
    if (size > 63 || total > 255) return null
    labels.push(packet.toString('latin1', at + 1, at + 1 + size))
    at += size + 1
  }
  return null
}
