import type { Question } from './question.js'
import type { Response } from './response.js'

/** An upstream's answer without EDNS, as it can be given out. One from the cache holds until the cache is next used. */
export interface Kept {
  /** Holds the packet in `[start .. start + length)`. */
  readonly bytes: Uint8Array
  readonly start: number
  readonly length: number
  /** Where in the packet times to live stand: `ttls[ttlStart .. ttlStart + ttlCount)`. */
  readonly ttls: Uint16Array
  readonly ttlStart: number
  readonly ttlCount: number
  /** Seconds of the clock that the cache was given. */
  readonly storedAt: number
  /** The names its CNAMEs lead to: each asker's policy is asked about these too. */
  readonly aliases: readonly string[]
}

const HEADER = 12

/**
 * What is kept of a response: a copy, so that the large buffer it came in can go, with the name in our own spelling, for
 * an upstream may answer in other capitals. EDNS belongs to one hop and is not kept.
 */
export function keptOf({ name, nameLength }: Question, packet: Buffer, response: Response, storedAt: number): Kept {
  const { length, ttlAt, aliases } = response
  const bytes = Uint8Array.from(packet.subarray(0, length))
  bytes.set(name.subarray(0, nameLength), HEADER)
  if (length < packet.length) bytes[11] = (bytes[11] ?? 1) - 1
  return { bytes, start: 0, length, ttls: ttlAt, ttlStart: 0, ttlCount: ttlAt.length, storedAt, aliases }
}

export const packetOf = ({ bytes, start, length }: Kept): Uint8Array => bytes.subarray(start, start + length)

/** Compared with the question in the packet itself, which `keptOf` wrote there. */
export function isAbout(bytes: Uint8Array, start: number, { name, nameLength, type }: Question): boolean {
  const question = start + HEADER
  const end = question + nameLength
  if (bytes[end] !== type >> 8 || bytes[end + 1] !== (type & 0xff)) return false
  for (let at = 0; at < nameLength; at++) if (bytes[question + at] !== name[at]) return false
  return true
}
