import { createSocket, type Socket } from 'node:dgram'
import type { NameServer } from './name-server.js'
import type { Endpoint } from '../endpoint.js'

/** Packets that may wait in the kernel while we are at another: a class of thirty opening its laptops at once. */
const RECEIVE_BYTES = 4 * 1024 * 1024

/**
 * DNS over UDP. Several processes may share the port: the kernel deals the clients out among them. The address of a
 * client is known, so the look-up that `send` would do for it (a turn of the event loop each) is done away with.
 */
export async function serveUdp(at: Endpoint, server: NameServer): Promise<Socket> {
  const socket = createSocket({
    type: at.address.includes(':') ? 'udp6' : 'udp4',
    reusePort: at.shared,
    recvBufferSize: RECEIVE_BYTES,
    lookup: (host, _options, found) => found(null, host, host.includes(':') ? 6 : 4),
  })
  socket.on('message', (packet, { address, port }) => {
    const answer = server.handle(packet, address)
    if (answer === null) return
    if (answer instanceof Promise) void answer.then((bytes) => socket.send(bytes, port, address, ignore)).catch(ignore)
    else socket.send(answer, port, address)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(at.port, at.address, resolve)
  })
  socket.removeAllListeners('error')
  // One client that cannot be reached is no reason to stop answering the others.
  socket.on('error', ignore)
  return socket
}

const ignore = (): void => undefined
