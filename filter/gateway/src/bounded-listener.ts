import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { Endpoint } from './endpoint.js'

/** How many connections at once, in all and from one address: nobody alone may take the places of all. */
export interface ConnectionLimits {
  readonly connections: number
  readonly perAddress: number
}

/** Who is let in. */
export interface Gate {
  readonly limits: ConnectionLimits
  /** False shuts the connection before a byte is read. */
  readonly take: (socket: Socket, address: string) => boolean
  /** A connection was over the limits. */
  readonly tooMany?: () => void
}

/** A server that listens. */
export interface Listener {
  readonly port: number
  /** Takes no new connections, waits so long for those that are open, then shuts them. */
  close(graceMs: number): Promise<void>
}

/** Lets a server listen, bounded, for those whom the gate takes. */
export async function listenBounded(server: Server, at: Endpoint, gate: Gate): Promise<Listener> {
  const open = new Set<Socket>()
  const perAddress = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const here = perAddress.get(address) ?? 0
    const isFull = here >= gate.limits.perAddress || open.size >= gate.limits.connections
    if (isFull) gate.tooMany?.()
    if (isFull || !gate.take(socket, address)) return void socket.destroy()
    open.add(socket)
    perAddress.set(address, here + 1)
    socket.once('close', () => {
      open.delete(socket)
      const left = (perAddress.get(address) ?? 1) - 1
      if (left === 0) perAddress.delete(address)
      else perAddress.set(address, left)
    })
  })
  server.listen({ port: at.port, host: at.address, reusePort: at.shared, backlog: 1024 })
  await once(server, 'listening')
  // One connection that cannot be accepted is no reason to stop serving the others.
  server.on('error', () => undefined)
  return {
    port: (server.address() as AddressInfo).port,
    async close(graceMs) {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
      const timer = setTimeout(() => open.forEach((socket) => socket.destroy()), graceMs)
      await closed
      clearTimeout(timer)
    },
  }
}
