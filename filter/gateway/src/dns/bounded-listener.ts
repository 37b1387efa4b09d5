import { once } from 'node:events'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { Endpoint } from '../endpoint.js'

const MOST_CONNECTIONS = 1_024
/** Connections of one address: nobody alone may take the places of all. */
const PER_ADDRESS = 64

/** A server that listens. */
export interface Listener {
  readonly port: number
  /** Takes no new connections, waits so long for those that are open, then shuts them. */
  close(graceMs: number): Promise<void>
}

/** Listens, and shuts connections that are too many, or of an address that `admits` does not let in, before a byte is read. */
export async function listenBounded(
  server: Server,
  at: Endpoint,
  admits: (address: string) => boolean = () => true,
): Promise<Listener> {
  const open = new Set<Socket>()
  const perAddress = new Map<string, number>()
  server.maxConnections = MOST_CONNECTIONS
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = perAddress.get(address) ?? 0
    if (count >= PER_ADDRESS || !admits(address)) return void socket.destroy()
    open.add(socket)
    perAddress.set(address, count + 1)
    socket.once('close', () => {
      open.delete(socket)
      const left = (perAddress.get(address) ?? 1) - 1
      if (left === 0) perAddress.delete(address)
      else perAddress.set(address, left)
    })
  })
  server.listen({ port: at.port, host: at.address, reusePort: at.shared })
  await once(server, 'listening')
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
