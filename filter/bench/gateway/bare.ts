/** The bare servers that ratios are taken against. `node bare.js <kind> <port>`. */
import { createSocket } from 'node:dgram'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'

const [kind, portText] = process.argv.slice(2)
const port = Number(portText)

const SERVERS: Readonly<Record<string, () => unknown>> = {
  /** Sends every packet back. */
  echo: () => {
    const socket = createSocket('udp4')
    socket.on('message', (packet, from) => socket.send(packet, from.port, from.address))
    socket.bind(port, '127.0.0.1')
  },
  /** An upstream name server: every name has one address, for an hour. */
  upstream: () => {
    const socket = createSocket('udp4')
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 14, 16, 0, 4, 127, 0, 0, 1])
    socket.on('message', (packet, from) => {
      const answer = Buffer.concat([packet.subarray(0, packet.indexOf(0, 12) + 5), record])
      answer.writeUInt32BE(0x81800001, 2)
      answer.writeUInt32BE(0x00010000, 6)
      answer.writeUInt16BE(0, 10)
      socket.send(answer, from.port, from.address)
    })
    socket.bind(port, '127.0.0.1')
  },
  http: () => createHttpServer((_, response) => response.end('{"verdict":"allow"}')).listen(port, '127.0.0.1'),
  /** Answers the first bytes of a connection with one byte. */
  site: () =>
    createServer({ noDelay: true }, (socket) =>
      socket.on('error', () => undefined).once('data', () => socket.write('x')),
    ).listen(port, '127.0.0.1'),
  /** Sends as much as is taken. */
  bulk: () => {
    const part = Buffer.alloc(256 * 1024, 120)
    createServer((socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.write(part));
      }
      socket
        .on('error', () => undefined)
        .on('drain', more)
        .once('data', more)
    }).listen(port, '127.0.0.1')
  },
}

SERVERS[kind ?? '']?.()
