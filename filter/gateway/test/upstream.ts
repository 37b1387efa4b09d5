import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { decode, encode, type Answer, type Packet } from 'dns-packet'

/** A name server for tests, on a port of its own, over UDP and TCP. */
export interface TestUpstream {
  readonly port: number
  /** The questions that came, as 'A www.example.org'. */
  readonly asked: string[]
  close(): Promise<void>
}

/** What it answers: records, a packet of its own making, or nothing at all. */
export type Reply = readonly Answer[] | ((query: Packet, packet: Buffer) => Buffer | null)

export interface TestUpstreamOptions {
  /** Cuts answers over UDP short, as servers do with long ones. */
  readonly cutShort?: boolean
}

/** Starts one that knows these names; of all others it says that there are none. */
export async function startUpstream(
  names: Readonly<Record<string, Reply>>,
  options: TestUpstreamOptions = {},
): Promise<TestUpstream> {
  const asked: string[] = []
  const answer = (packet: Buffer, udp: boolean): Buffer | null => {
    const query = decode(packet)
    const [question = { type: 'A', name: '' }] = query.questions ?? []
    asked.push(`${question.type} ${question.name}`)
    const reply = names[question.name.toLowerCase()]
    if (typeof reply === 'function') return reply(query, packet)
    const found = reply?.filter(({ type }) => type === question.type || type === 'CNAME')
    return written(query, found, udp && options.cutShort === true)
  }
  const udp = createSocket('udp4')
  udp.on('message', (packet: Buffer, from: RemoteInfo) => {
    const bytes = answer(packet, true)
    if (bytes !== null) udp.send(bytes, from.port, from.address)
  })
  const tcp = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes: Buffer) => {
      const reply = answer(bytes.subarray(2), false)
      if (reply === null) return
      const size = Buffer.alloc(2)
      size.writeUInt16BE(reply.length)
      socket.write(Buffer.concat([size, reply]))
    })
  })
  // TCP first, for its ports are the crowded ones: each connection that ended holds one for a minute.
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')
  return {
    port,
    asked,
    close: async () => {
      await new Promise<void>((resolve) => udp.close(resolve))
      await new Promise<void>((resolve) => void tcp.close(() => resolve()))
    },
  }
}

/** Starts one for which every name has this one address. */
export const startEverywhere = (address: string): Promise<TestUpstream> => {
  const every = ({ id, questions }: Packet): Buffer => {
    const [{ name, type } = { name: '', type: 'A' }] = questions ?? []
    const answers = type === 'A' ? [{ type, name, ttl: 60, data: address } as const] : []
    return encode({ type: 'response', id: id ?? 0, flags: 0x180, questions: questions ?? [], answers })
  }
  return startUpstream(new Proxy({}, { get: () => every }))
}

/** "There is no such name" when nothing was found; "ask over TCP" when it is to be cut short. */
function written({ id, questions }: Packet, found: readonly Answer[] | undefined, cut: boolean): Buffer {
  const flags = 0x180 | (cut ? 0x200 : 0) | (found === undefined ? 3 : 0)
  const answers = cut || found === undefined ? [] : [...found]
  return encode({ type: 'response', id: id ?? 0, flags, questions: questions ?? [], answers })
}
