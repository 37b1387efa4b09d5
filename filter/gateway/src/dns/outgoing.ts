import { randomFillSync } from 'node:crypto'
import { type Question, word } from './question.js'

/** A question as it goes to an upstream: kept, for the reader it was read with goes on to the next packet. */
export interface Outgoing {
  /** The packet with an id of 0. */
  readonly packet: Buffer
  /** Where its question ends. */
  readonly end: number
}

const HEADER = 12

/**
 * The question for the upstream: our own flags, nothing of the client's options. An EDNS client subnet would tell the
 * upstream which classroom asks.
 */
export function outgoing(question: Question): Outgoing {
  const { name, nameLength, type, dnssecOk, checkingDisabled } = question
  const end = HEADER + nameLength + 4
  const packet = Buffer.alloc(end + 11)
  packet[2] = 0x01
  packet[3] = checkingDisabled ? 0x10 : 0
  packet[5] = 1
  packet[11] = 1
  packet.set(name.subarray(0, nameLength), HEADER)
  packet.writeUInt16BE(type, end - 4)
  packet.writeUInt16BE(1, end - 2)
  packet.set([0, 0, 41, 0x04, 0xd0, 0, 0, dnssecOk ? 0x80 : 0, 0, 0, 0], end)
  return { packet, end }
}

/** Whether a packet is the answer to this question: a response, of our id, to the very name, type and class. */
export function answers(packet: Buffer, sent: Outgoing, id: number): boolean {
  if (packet.length < sent.end || word(packet, 0) !== id || (packet[2] ?? 0) < 0x80 || word(packet, 4) !== 1)
    return false
  for (let at = HEADER; at < sent.end; at++) {
    if (lowerCase(packet[at] ?? 0) !== sent.packet[at]) return false
  }
  return true
}

// The bytes between A and Z are letters only inside labels; a length of 65 to 90 does not exist.
const lowerCase = (byte: number): number => (byte >= 65 && byte <= 90 ? byte + 32 : byte)

const pool = new Uint16Array(512)
let drawn = pool.length

/** An id that cannot be guessed from those before it. */
export function randomId(): number {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  return pool[drawn++] ?? 0
}
