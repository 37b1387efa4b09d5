import { connect } from 'node:net'
import { answers, type Outgoing, randomId } from './outgoing.js'
import type { UpstreamAddress } from './upstream.js'

/** Asks an upstream over TCP (RFC 7766): for answers that do not fit a datagram. Null when none came in time. */
export function askOverTcp(at: UpstreamAddress, sent: Outgoing, timeoutMs: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const id = randomId()
    const socket = connect({ port: at.port, host: at.address, noDelay: true })
    const received: Buffer[] = []
    const timer = setTimeout(end, timeoutMs, null)
    function end(packet: Buffer | null): void {
      clearTimeout(timer)
      socket.destroy()
      resolve(packet)
    }
    socket.on('connect', () => socket.write(framed(sent, id)))
    socket.on('error', () => end(null))
    socket.on('close', () => end(null))
    socket.on('data', (part) => {
      received.push(part)
      const bytes = Buffer.concat(received)
      const size = bytes.length < 2 ? Infinity : bytes.readUInt16BE(0)
      if (bytes.length < 2 + size) return
      const packet = bytes.subarray(2, 2 + size)
      end(answers(packet, sent, id) ? packet : null)
    })
  })
}

function framed(sent: Outgoing, id: number): Buffer {
  const packet = Buffer.alloc(2 + sent.packet.length)
  packet.writeUInt16BE(sent.packet.length, 0)
  packet.set(sent.packet, 2)
  packet.writeUInt16BE(id, 2)
  return packet
}
