import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listenWith } from '../../test/talk.js'
import { ReadBuffers } from './read-buffers.js'
import { carryBack, carryOut, connectToSite } from './site-connection.js'

/** A proxy that does nothing but carry, in front of a site that does `onConnection`. */
async function carrying(onConnection: (socket: Socket) => unknown, held?: Promise<unknown>): Promise<number> {
  const { port } = await listenWith(onConnection)
  const proxy = await listenWith((client) => {
    const site = connectToSite({ address: '127.0.0.1', port }, client)
    client.once('close', () => site.destroy())
    site.once('error', () => client.destroy())
    site.once('connect', () => void Promise.resolve(held).then(() => (carryOut(client, site), carryBack(site, client))))
  })
  return proxy.port
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function download(port: number, slowly = false): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1')
  const parts: Buffer[] = []
  if (slowly) await new Promise((resolve) => setTimeout(resolve, 300))
  socket.on('data', (part) => {
    parts.push(part)
    if (!slowly || parts.length % 8 !== 0) return
    socket.pause()
    setTimeout(() => socket.resume(), 5)
  })
  await once(socket, 'close')
  return Buffer.concat(parts)
}

describe('What a site sends', () => {
  test('arrives whole, however slowly it is read', async () => {
    const sent = randomBytes(12 * 1024 * 1024)
    // In small parts, as a site sends that makes its page while it goes: several of them wait at once for the reader.
    const port = await carrying(async (site) => {
      for (let at = 0; at < sent.length; at += 20_000) {
        site.write(sent.subarray(at, at + 20_000))
        await new Promise((resolve) => setImmediate(resolve))
      }
      site.end()
    })
    assert.equal(digest(await download(port, true)), digest(sent))
  })

  test('is not mixed up between downloads that all wait for their readers', async () => {
    let next = 0
    // More than the kernel holds: what is read must lie in our buffers until its own reader has taken it.
    const sent = Array.from({ length: 8 }, (_, at) => Buffer.alloc(12 * 1024 * 1024, at + 1))
    const port = await carrying((site) => site.end(sent[next++] ?? ''))
    const received = await Promise.all(sent.map(() => download(port, true)))
    assert.deepEqual(new Set(received.map(digest)), new Set(sent.map(digest)))
  })

  test('waits, when the site speaks before it may be heard', async () => {
    let letThrough = (): void => undefined
    const port = await carrying(
      (site) => site.write('220 ready'),
      new Promise((resolve) => (letThrough = () => resolve(null))),
    )
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (part) => (heard += part.toString()))
    await new Promise((resolve) => setTimeout(resolve, 100))
    assert.equal(heard, '')
    letThrough()
    await once(socket, 'data')
    assert.equal(heard, '220 ready')
    socket.destroy()
  })

  test('does not fill the memory when nobody reads it', async () => {
    let sent = 0
    const part = Buffer.alloc(64 * 1024)
    const port = await carrying((site) => {
      const more = (): void => {
        while (!site.destroyed && site.write(part)) sent += part.length
      }
      more()
      site.on('drain', more)
    })
    const socket = connect(port, '127.0.0.1')
    socket.pause()
    // What the kernel holds between three sockets, and not a byte more: the site itself has been made to wait.
    for (let before = -1; sent !== before;) {
      before = sent
      await new Promise((resolve) => setTimeout(resolve, 300))
      assert.ok(sent < 256 * 1024 * 1024, `${sent} bytes are taken of the site`)
    }
    socket.destroy()
  })
})

test('What a pupil uploads arrives whole at a site that reads slowly', async () => {
  const sent = randomBytes(8 * 1024 * 1024)
  let arrived: (bytes: Buffer) => void
  const whole = new Promise<Buffer>((resolve) => (arrived = resolve))
  const port = await carrying((site) => {
    const parts: Buffer[] = []
    site.on('data', (part) => {
      parts.push(part)
      if (parts.length % 16 !== 0) return
      site.pause()
      setTimeout(() => site.resume(), 5)
    })
    site.once('end', () => (arrived(Buffer.concat(parts)), site.end()))
  })
  connect(port, '127.0.0.1').end(sent)
  assert.equal(digest(await whole), digest(sent))
})

describe('Buffers to read into', () => {
  test('are small for who waits, and large for so many downloads at once as memory allows', () => {
    const buffers = new ReadBuffers()
    assert.equal(buffers.take(false).length, 2 * 1024)
    const large = Array.from({ length: 64 }, () => buffers.take(true))
    assert.ok(large.every(({ length }) => length === 128 * 1024))
    assert.equal(buffers.take(true).length, 2 * 1024)
    const one = large[0] as Buffer
    buffers.giveBack(one)
    assert.equal(buffers.take(true), one)
  })
})
