import { createSocket } from 'node:dgram'
import { decode, encode, type DecodedPacket, type Packet } from 'dns-packet'

/** Sends raw bytes to a port of this machine over UDP and gives the answer, or null when none came in time. */
export async function exchange(port: number, packet: Buffer, waitMs = 1_000): Promise<Buffer | null> {
  const socket = createSocket('udp4')
  const answer = new Promise<Buffer | null>((resolve) => {
    socket.once('message', resolve)
    setTimeout(resolve, waitMs, null).unref()
  })
  socket.send(packet, port, '127.0.0.1')
  const found = await answer
  socket.close()
  return found
}

/** Asks for a name as a laptop does. */
export async function askDns(port: number, name: string, type = 'A', more: Packet = {}): Promise<DecodedPacket | null> {
  const packet = encode({ type: 'query', id: 1, flags: 0x100, questions: [{ type: type as 'A', name }], ...more })
  const answer = await exchange(port, packet)
  return answer === null ? null : decode(answer)
}

/** dns-packet decodes the response code and its types do not say so. */
export const codeOf = (packet: DecodedPacket | null): string =>
  (packet as { rcode?: string } | null)?.rcode ?? 'silence'

/** An answer as 'A 192.0.2.1, CNAME x', or its response code when it holds nothing. */
export const told = (packet: DecodedPacket | null): string =>
  packet === null
    ? 'silence'
    : packet.answers?.map((one) => `${one.type} ${String((one as { data: unknown }).data)}`).join(', ') ||
      codeOf(packet)

/** An SVCB record (RFC 9460, section 2.2; RFC 9461, section 5) as '1 filter.example alpn=h2 port=443': dns-packet reads none. */
export function toldService(data: Buffer): string {
  const words = [String(data.readUInt16BE(0))]
  let at = 2
  const labels: string[] = []
  for (let length = data[at++] ?? 0; length > 0; length = data[at++] ?? 0) {
    labels.push(data.toString('latin1', at, at + length))
    at += length
  }
  words.push(labels.join('.'))
  while (at < data.length) {
    const value = data.subarray(at + 4, at + 4 + data.readUInt16BE(at + 2))
    words.push(toldParameter(data.readUInt16BE(at), value))
    at += 4 + value.length
  }
  return words.join(' ')
}

function toldParameter(key: number, value: Buffer): string {
  if (key === 1) return `alpn=${value.toString('latin1', 1, 1 + (value[0] ?? 0))}`
  return key === 3 ? `port=${value.readUInt16BE()}` : `key${key}=${value.toString('latin1')}`
}
