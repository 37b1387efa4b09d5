import { createServer, type Server, type Socket } from 'node:net'
import type { Clients } from '../clients/clients.js'
import type { Endpoint } from '../endpoint.js'
import { Conversation } from './conversation.js'
import type { ProxyDesk } from './proxy-desk.js'

/** How many connections at once, in all and from one address: a browser opens up to 32 to a proxy, a class shares no address. */
export interface ProxyLimits {
  readonly connections: number
  readonly perAddress: number
}

export const usualProxyLimits: ProxyLimits = { connections: 8_192, perAddress: 512 }

/** What the proxy server needs. */
export interface ProxyServerParts {
  readonly desk: ProxyDesk
  readonly clients: Clients
  readonly limits: ProxyLimits
  readonly clock: () => number
}

/** Accepts connections from the school's networks, bounded, and shuts those that take for ever. */
export class ProxyServer {
  readonly #parts: ProxyServerParts
  readonly #open = new Map<Socket, Conversation>()
  readonly #perAddress = new Map<string, number>()
  readonly #server: Server
  readonly #sweep: NodeJS.Timeout

  constructor(parts: ProxyServerParts) {
    this.#parts = parts
    this.#server = createServer({ noDelay: true, highWaterMark: 256 * 1024 }, (socket) => this.#accept(socket))
    this.#sweep = setInterval(() => this.#expireOld(), 1_000).unref()
  }

  get connections(): number {
    return this.#open.size
  }

  async listen(at: Endpoint): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen({ port: at.port, host: at.address, reusePort: at.shared, backlog: 1024 }, resolve)
    })
    return (this.#server.address() as { port: number }).port
  }

  /** Takes no new connections, waits a little for those that are open, then shuts them. */
  async close(graceMs: number): Promise<void> {
    clearInterval(this.#sweep)
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    const timer = setTimeout(() => this.#open.forEach((_, socket) => socket.destroy()), graceMs)
    await closed
    clearTimeout(timer)
  }

  #accept(socket: Socket): void {
    const { clients, limits, desk, clock } = this.#parts
    desk.counts.connections++
    const address = socket.remoteAddress ?? ''
    const client = clients.at(address)
    const here = this.#perAddress.get(address) ?? 0
    if (client === null || here >= limits.perAddress || this.#open.size >= limits.connections) {
      desk.counts.refuse(client === null ? 'stranger' : 'too-many')
      socket.destroy()
      return
    }
    this.#perAddress.set(address, here + 1)
    this.#open.set(socket, new Conversation(socket, client, { desk, clock }))
    socket.once('close', () => this.#forget(socket, address))
  }

  #forget(socket: Socket, address: string): void {
    this.#open.delete(socket)
    const left = (this.#perAddress.get(address) ?? 1) - 1
    if (left === 0) this.#perAddress.delete(address)
    else this.#perAddress.set(address, left)
  }

  #expireOld(): void {
    const now = this.#parts.clock()
    for (const conversation of this.#open.values()) {
      if (conversation.deadline > now) continue
      this.#parts.desk.counts.refuse('slow')
      conversation.expire()
    }
  }
}
