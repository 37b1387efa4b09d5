import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import type { NameServer } from './name-server.js'
import type { Endpoint } from '../endpoint.js'

/** Packets that may wait in the kernel while we are at another: a class of thirty opening its laptops at once. */
const RECEIVE_BYTES = 4 * 1024 * 1024
/** Answers that may wait for the network to take them. */
const MOST_QUEUED = 64

/**
 * DNS over UDP. Several processes may share the port: the kernel deals the clients out among them. The address of a
 * client is known, so the look-up that `send` would do for it (a turn of the event loop each) is done away with.
 */
export async function serveUdp(at: Endpoint, server: Pick<NameServer, 'handle' | 'letGo' | 'counts'>): Promise<Socket> {
  const socket = createSocket({
    type: at.address.includes(':') ? 'udp6' : 'udp4',
    reusePort: at.shared,
    recvBufferSize: RECEIVE_BYTES,
    lookup: (host, _options, found) => found(null, host, host.includes(':') ? 6 : 4),
  })
  const send = (bytes: Uint8Array, to: RemoteInfo): void => {
    // What cannot go out is dropped, as the network itself would: it is asked for again. A queue would only grow.
    if (socket.getSendQueueCount() < MOST_QUEUED) socket.send(bytes, to.port, to.address)
    else server.counts.dropped++
  }
  socket.on('message', (packet, from) => {
    const answer = server.handle(packet, from.address)
    if (answer === null) return
    if (answer instanceof Promise) return void answer.then((bytes) => send(bytes, from)).catch(ignore)
    send(answer, from)
    // The kernel took it at once, or has no room now: then it lies in that buffer until there is.
    if (socket.getSendQueueCount() > 0) server.letGo()
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
