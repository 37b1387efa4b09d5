import { connect, type Socket } from 'node:net'
import { ReadBuffers } from './read-buffers.js'

const buffers = new ReadBuffers()

/** Where a site is. */
export interface SiteAddress {
  readonly address: string
  readonly port: number
}

/**
 * A connection to a site whose bytes go to `client`, from `carryBack` on; until then they wait in the kernel. Not a
 * pipe: that reads into new memory each time, and stops after every large part even when the client has taken it whole.
 */
export function connectToSite({ address, port }: SiteAddress, client: Socket): Socket {
  let much = false
  let reading: Buffer | null = null
  const site = connect({
    host: address,
    port,
    noDelay: true,
    onread: {
      buffer: () => (reading = buffers.take(much)),
      callback(length, into) {
        const buffer = into as Buffer
        much = length * 2 > buffer.length
        reading = null
        const room = client.write(buffer.subarray(0, length), () => buffers.giveBack(buffer))
        // False stops the reading, until the client has caught up.
        return room || client.writableLength === 0
      },
    },
  })
  site.pause()
  site.once('close', () => reading === null || buffers.giveBack(reading))
  return site
}

/** Lets through what the site says, to its end. */
export function carryBack(site: Socket, client: Socket): void {
  client.on('drain', () => site.resume())
  site.once('end', () => endOnce(client))
  site.resume()
}

/** To end what has ended makes an error that nobody sees, with its stack: a twelfth of what a short tunnel costs. */
export function endOnce(socket: Socket): void {
  if (!socket.destroyed && !socket.writableEnded) socket.end()
}

/** Lets through what the client says, to its end. */
export function carryOut(client: Socket, site: Socket): void {
  site.on('drain', () => client.resume())
  client.on('data', (part) => {
    if (!site.write(part) && site.writableLength > 0) client.pause()
  })
  client.once('end', () => endOnce(site))
  client.resume()
}
