import { createServer, type Server, type Socket } from 'node:net'
import type { Endpoint } from '../endpoint.js'
import { Conversation, type Desk } from './conversation.js'

/** How many connections at once, in all and from one address. */
export interface ConnectionLimits {
  readonly connections: number
  readonly perAddress: number
}

/** A browser opens up to 32 connections to a proxy, and a class shares no address. */
export const usualProxyLimits: ConnectionLimits = { connections: 8_192, perAddress: 512 }

/** What the server needs. */
export interface RequestServerParts<Who> {
  readonly desk: Desk<Who>
  readonly limits: ConnectionLimits
  /** Milliseconds that only grow. */
  readonly clock: () => number
}

/** Accepts connections from whom its desk admits, bounded, and shuts those that take for ever. */
export class RequestServer<Who> {
  readonly #parts: RequestServerParts<Who>
  readonly #open = new Map<Socket, Conversation<Who>>()
  readonly #perAddress = new Map<string, number>()
  readonly #server: Server
  readonly #sweep: NodeJS.Timeout

  constructor(parts: RequestServerParts<Who>) {
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
    const { limits, desk, clock } = this.#parts
    const address = socket.remoteAddress ?? ''
    const client = desk.admit(address)
    const here = this.#perAddress.get(address) ?? 0
    if (client === null || here >= limits.perAddress || this.#open.size >= limits.connections) {
      desk.refused(client === null ? 'stranger' : 'too-many')
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
      this.#parts.desk.refused('slow')
      conversation.expire()
    }
  }
}
