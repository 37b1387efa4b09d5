import { type Answer, decode, encode } from 'dns-packet'
import { type } from './question.js'

const ECH = 5

/**
 * Takes the keys for Encrypted ClientHello out of HTTPS and SVCB records (RFC 9460, RFC 9849): without them a browser
 * says in the open which site it goes to, where the proxy must see it. The rest of the record (HTTP/3, addresses) stays.
 * Null when the packet cannot be read to its end: then nothing of it is passed on.
 */
export function withoutEch(packet: Buffer): Buffer | null {
  try {
    const decoded = decode(packet)
    const strip = (records: readonly Answer[] | undefined): Answer[] => (records ?? []).map(stripRecord)
    return encode({
      ...decoded,

      answers: strip(decoded.answers),
      authorities: strip(decoded.authorities),
      additionals: strip(decoded.additionals),
    })
  } catch {
    return null
  }
}

function stripRecord(record: Answer): Answer {
  const kind: string = record.type
  if (kind !== `UNKNOWN_${type.HTTPS}` && kind !== `UNKNOWN_${type.SVCB}`) return record
  const { data } = record as unknown as { data: Buffer }
  return { ...record, data: withoutParameter(data, ECH) } as unknown as Answer
}

/** The record's data without one of its parameters. Throws on data that is not well formed. */
export function withoutParameter(data: Buffer, unwanted: number): Buffer {
  let at = 2
  while (data.readUInt8(at) !== 0) at += data.readUInt8(at) + 1
  at++
  const kept = [data.subarray(0, at)]
  while (at < data.length) {
    const end = at + 4 + data.readUInt16BE(at + 2)
    if (end > data.length) throw new RangeError('a parameter goes beyond its record')
    if (data.readUInt16BE(at) !== unwanted) kept.push(data.subarray(at, end))
    at = end
  }
  return Buffer.concat(kept)
}
