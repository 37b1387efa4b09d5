import { createServer, type Server, type Socket } from 'node:net'
import { type ConnectionLimits, type Listener, listenBounded } from '../bounded-listener.js'
import type { Endpoint } from '../endpoint.js'
import { Conversation, type Desk } from './conversation.js'

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
  readonly #server: Server
  #sweep: NodeJS.Timeout | undefined

  constructor(parts: RequestServerParts<Who>) {
    this.#parts = parts
    this.#server = createServer({ noDelay: true, highWaterMark: 256 * 1024 })
  }

  async listen(at: Endpoint): Promise<Listener> {
    const { limits, desk } = this.#parts
    const listener = await listenBounded(this.#server, at, {
      limits,
      take: (socket, address) => this.#take(socket, address),
      tooMany: () => desk.refused('too-many'),
    })
    this.#sweep = setInterval(() => this.#expireOld(), 1_000).unref()
    return {
      ...listener,
      close: (graceMs) => {
        clearInterval(this.#sweep)
        return listener.close(graceMs)
      },
    }
  }

  #take(socket: Socket, address: string): boolean {
    const { desk, clock } = this.#parts
    const client = desk.admit(address)
    if (client === null) {
      desk.refused('stranger')
      return false
    }
    this.#open.set(socket, new Conversation(socket, client, { desk, clock }))
    socket.once('close', () => this.#open.delete(socket))
    return true
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
