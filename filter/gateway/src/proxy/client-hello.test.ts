import assert from 'node:assert/strict'
import { createServer, type Socket } from 'node:net'
import { describe, test } from 'node:test'
import { connect as connectTls } from 'node:tls'
import { readClientHello } from './client-hello.js'

/** What OpenSSL really sends first for this server name. */
async function realHello(servername: string | undefined): Promise<Buffer> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const heard = new Promise<Buffer>((resolve) =>
    server.once('connection', (socket: Socket) => socket.once('data', (bytes) => resolve(bytes))),
  )
  const client = connectTls({ port, host: '127.0.0.1', ...(servername === undefined ? {} : { servername }) })
  client.on('error', () => undefined)
  const hello = await heard
  client.destroy()
  server.close()
  return hello
}

/** The same handshake bytes in records of a given size. */
function inRecords(hello: Buffer, size: number): Buffer {
  const body = hello.subarray(5)
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size)
    const header = Buffer.from([22, 3, 1, 0, 0])
    header.writeUInt16BE(part.length, 3)
    parts.push(header, part)
  }
  return Buffer.concat(parts)
}

describe('the server name that a TLS connection gives', () => {
  test('is read from what a real TLS library sends', async () => {
    assert.deepEqual(readClientHello(await realHello('Maths.Example.ORG')), {
      kind: 'hello',
      name: 'maths.example.org',
    })
    assert.deepEqual(readClientHello(await realHello(undefined)), { kind: 'hello', name: null })
  })

  test('is read when the bytes arrive one at a time, and never before they are all there', async () => {
    const hello = await realHello('slow.example.org')
    for (let length = 0; length < hello.length; length++) {
      assert.equal(readClientHello(hello.subarray(0, length)).kind, 'more', `after ${length} bytes`)
    }
    assert.deepEqual(readClientHello(hello), { kind: 'hello', name: 'slow.example.org' })
  })

  test('is read when the handshake is split over TLS records of any size', async () => {
    const hello = await realHello('split.example.org')
    for (const size of [1, 2, 3, 4, 5, 40, 100]) {
      const split = inRecords(hello, size)
      assert.deepEqual(readClientHello(split), { kind: 'hello', name: 'split.example.org' }, `records of ${size}`)
      assert.equal(readClientHello(split.subarray(0, split.length - 1)).kind, 'more')
    }
  })

  test('what comes after the ClientHello does not matter', async () => {
    const hello = await realHello('early.example.org')
    const read = readClientHello(Buffer.concat([hello, Buffer.from('early data')]))
    assert.deepEqual(read, { kind: 'hello', name: 'early.example.org' })
  })

  test('anything but TLS is unsound at its first byte', () => {
    for (const said of ['SSH-2.0-x', 'GET / HTTP/1.1\r\n', '\0\x1e', '\x80\x2e\x01']) {
      assert.equal(readClientHello(Buffer.from(said, 'latin1')).kind, 'unsound', said)
    }
  })

  test('a second server name, hidden behind the first, is unsound', async () => {
    const hello = await realHello('one.example.org')
    const at = hello.indexOf('one.example.org') - 5
    const doubled = Buffer.from(hello)
    // The list now claims to end before its entry does.
    doubled.writeUInt16BE(doubled.readUInt16BE(at) - 1, at)
    assert.equal(readClientHello(doubled).kind, 'unsound')
  })

  test('10,000 damaged ClientHellos neither crash nor read a name that is not there', async () => {
    const hello = await realHello('whole.example.org')
    let seed = 7
    const random = (below: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % below
    const kinds = new Set<string>()
    for (let round = 0; round < 10_000; round++) {
      const damaged = Buffer.from(hello.subarray(0, random(hello.length + 1)))
      for (let hits = random(6); hits > 0 && damaged.length > 0; hits--) damaged[random(damaged.length)] = random(256)
      kinds.add(readClientHello(damaged).kind)
    }
    assert.deepEqual([...kinds].toSorted(), ['hello', 'more', 'unsound'])
  })
})
