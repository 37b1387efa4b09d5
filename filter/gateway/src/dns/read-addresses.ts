import { type, word } from './question.js'
import { skipName } from './response.js'

/** Every A (4 bytes) or AAAA (16 bytes) record among the answers of a packet that `readResponse` found sound, as copies. */
export function readAddresses(packet: Uint8Array, kind: number): Uint8Array[] {
  const size = kind === type.A ? 4 : 16
  const addresses: Uint8Array[] = []
  let at = skipName(packet, 12) + 4
  for (let left = word(packet, 6); left > 0; left--) {
    at = skipName(packet, at)
    const length = word(packet, at + 8)
    if (word(packet, at) === kind && length === size) addresses.push(packet.slice(at + 10, at + 10 + size))
    at += 10 + length
  }
  return addresses
}
