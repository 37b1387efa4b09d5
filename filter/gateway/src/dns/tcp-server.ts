import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { type Listener, listenBounded } from '../bounded-listener.js'
import { anybody, onlyOurs } from './gates.js'
import type { EncryptedParts } from './https-server.js'
import type { NameServer } from './name-server.js'
import type { Endpoint } from '../endpoint.js'

const IDLE_MS = 10_000
const HANDSHAKE_MS = 10_000
const LARGEST_QUESTION = 4_096
const LIMIT = 65_535
/** Questions of one connection out at once. */
const MOST_AT_ONCE = 64

/** DNS over TCP (RFC 7766): each message with its length before it. Connections, waiting questions and idle time are bounded. */
export async function serveTcp(at: Endpoint, server: NameServer): Promise<Listener> {
  const listener = createServer({ noDelay: true }, (socket) => new Conversation(socket, server))
  return listenBounded(listener, at, anybody)
}

/** DNS over TLS (RFC 7858): the same conversation, encrypted. */
export async function serveTls(at: Endpoint, { nameServer, certificate, clients }: EncryptedParts): Promise<Listener> {
  const options = { ...certificate.material, handshakeTimeout: HANDSHAKE_MS, noDelay: true }
  const listener = createTlsServer(options, (socket) => new Conversation(socket, nameServer))
  certificate.serves(listener)
  return listenBounded(listener, at, onlyOurs(clients))
}

class Conversation {
  readonly #socket: Socket
  readonly #server: NameServer
  #bytes: Buffer = Buffer.alloc(0)
  #out = 0

  constructor(socket: Socket, server: NameServer) {
    this.#socket = socket
    this.#server = server
    socket.setTimeout(IDLE_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.on('data', (part) => this.#receive(part))
  }

  #receive(part: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? part : Buffer.concat([this.#bytes, part])
    while (this.#bytes.length >= 2) {
      const size = this.#bytes.readUInt16BE(0)
      // Nobody's question is that long; and one who never takes the answers shall not have them pile up here.
      if (size > LARGEST_QUESTION || this.#out >= MOST_AT_ONCE || this.#socket.writableNeedDrain)
        return void this.#socket.destroy()
      if (this.#bytes.length < 2 + size) return
      this.#answer(this.#bytes.subarray(2, 2 + size))
      this.#bytes = this.#bytes.subarray(2 + size)
    }
  }

  #answer(packet: Buffer): void {
    const answer = this.#server.handle(packet, this.#socket.remoteAddress ?? '', LIMIT)
    if (answer === null) return void this.#socket.destroy()
    if (!(answer instanceof Promise)) return this.#send(answer)
    this.#out++
    void answer.then((bytes) => this.#send(bytes)).finally(() => this.#out--)
  }

  #send(bytes: Uint8Array): void {
    if (this.#socket.destroyed) return
    const framed = Buffer.allocUnsafe(2 + bytes.length)
    framed.writeUInt16BE(bytes.length, 0)
    framed.set(bytes, 2)
    this.#socket.write(framed)
  }
}
