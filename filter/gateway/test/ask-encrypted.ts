import { connect as connectHttp2 } from 'node:http2'
import { request } from 'node:https'
import { connect } from 'node:tls'
import { decode, encode, type DecodedPacket } from 'dns-packet'

/** What a device trusts, and the name it expects; the port is on this machine. */
export interface Trusting {
  readonly port: number
  readonly ca: string
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Buffer
}

const SERVER = { host: '127.0.0.1', servername: 'filter.example' }

export const questionFor = (name: string): Buffer =>
  encode({ type: 'query', id: 0, flags: 0x100, questions: [{ type: 'A', name }] })

/** Asks over TLS, all names in one connection. Rejects when the connection or its certificate fails. */
export function askTls({ port, ca }: Trusting, names: readonly string[]): Promise<DecodedPacket[]> {
  return new Promise((resolve, reject) => {
    const answers: DecodedPacket[] = []
    let bytes = Buffer.alloc(0)
    const socket = connect({ ...SERVER, port, ca })
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('closed')))
    socket.on('data', (part) => {
      bytes = Buffer.concat([bytes, part])
      for (
        let size = 2;
        bytes.length >= 2 && bytes.length >= (size = 2 + bytes.readUInt16BE(0));
        bytes = bytes.subarray(size)
      )
        answers.push(decode(bytes.subarray(2, size)))
      if (answers.length < names.length) return
      resolve(answers)
      socket.destroy()
    })
    for (const packet of names.map(questionFor))
      socket.write(Buffer.concat([Buffer.of(packet.length >> 8, packet.length), packet]))
  })
}

/** One request over HTTP/2. */
export function askHttp2({ port, ca }: Trusting, headers: Record<string, string>, body?: Buffer): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(`https://127.0.0.1:${port}`, { ca, servername: SERVER.servername })
    session.on('error', reject)
    const stream = session.request({ ':path': '/dns-query', ...headers })
    const parts: Buffer[] = []
    let answered: Record<string, unknown> = {}
    stream.on('error', reject)
    stream.on('response', (found) => (answered = found))
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      resolve({ status: Number(answered[':status']), headers: answered, body: Buffer.concat(parts) })
      session.close()
    })
    stream.end(body)
  })
}

/** One request over HTTP/1.1. */
export function askHttp1({ port, ca }: Trusting, { path = '/dns-query', body, ...more }: Asking): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request({ ...SERVER, port, ca, path, ...more, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

interface Asking {
  readonly path?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: Buffer | undefined
}
