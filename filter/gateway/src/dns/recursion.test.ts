import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { after, describe, test } from 'node:test'
import { decode, encode } from 'dns-packet'
import { startUpstream, type TestUpstream } from '../../test/upstream.js'
import { Answer } from './answer.js'
import { Forwarder } from './forwarder.js'
import { questionFor, Recursion, type RecursionOptions } from './recursion.js'

const open: { close(): unknown }[] = []
after(() => Promise.all(open.map((one) => one.close())))

async function upstream(...given: Parameters<typeof startUpstream>): Promise<TestUpstream> {
  const started = await startUpstream(...given)
  open.push(started)
  return started
}

function recursion(ports: readonly number[], more: Partial<RecursionOptions> = {}): Recursion {
  const upstreams = ports.map((port) => ({ address: '127.0.0.1', port }))
  const forwarder = new Forwarder({ upstreams, timeoutMs: 200, mostAtOnce: 10 })
  open.push(forwarder)
  return new Recursion({ forwarder, ech: 'strip', ...more })
}

const question = (name: string) => questionFor(name, 1) ?? assert.fail()
const a = (name: string, data: string, ttl = 60) => ({ type: 'A', name, ttl, data }) as const
const text = (addresses: readonly Uint8Array[] | null) => addresses?.map((bytes) => bytes.join('.'))

/** A port at which nobody listens. */
async function deadPort(): Promise<number> {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address()
  await new Promise<void>((resolve) => socket.close(resolve))
  return port
}

describe('asking upstream', () => {
  test('finds addresses, and asks only once for as long as they hold', async () => {
    let now = 100
    const server = await upstream({ 'a.example': [a('a.example', '192.0.2.1', 60)] })
    const asks = recursion([server.port], { now: () => now })
    assert.deepEqual(text(await asks.addresses('a.example', 1)), ['192.0.2.1'])
    now = 159
    assert.deepEqual(text(await asks.addresses('a.example', 1)), ['192.0.2.1'])
    assert.equal(server.asked.length, 1)
    now = 161
    await asks.addresses('a.example', 1)
    assert.equal(server.asked.length, 2)
  })

  test('many who ask the same at once cost one question', async () => {
    const server = await upstream({ 'a.example': [a('a.example', '192.0.2.1')] })
    const asks = recursion([server.port])
    await Promise.all(Array.from({ length: 30 }, () => asks.ask(question('a.example'))))
    assert.equal(server.asked.length, 1)
  })

  test('goes over TCP when an answer was cut short', async () => {
    const server = await upstream({ 'long.example': [a('long.example', '192.0.2.9')] }, { cutShort: true })
    assert.deepEqual(text(await recursion([server.port]).addresses('long.example', 1)), ['192.0.2.9'])
  })

  test('goes to the next upstream when the first is dead, and says which is', async () => {
    const server = await upstream({ 'a.example': [a('a.example', '192.0.2.1')] })
    const asks = recursion([await deadPort(), server.port])
    assert.deepEqual(text(await asks.addresses('a.example', 1)), ['192.0.2.1'])
    const [first, second] = asks.forwarder.states
    assert.notEqual(first?.silentSince, null)
    assert.equal(second?.silentSince, null)
  })

  test('gives up in time when all are silent', async () => {
    const silent = await upstream({ 'a.example': () => null })
    const began = performance.now()
    assert.equal(await recursion([silent.port, silent.port]).ask(question('a.example')), null)
    assert.ok(performance.now() - began < 1_000)
  })

  test('sends no more than so many questions at once', async () => {
    const silent = await upstream(
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`n${at}.example`, () => null])),
    )
    const asks = recursion([silent.port])
    await Promise.all(Array.from({ length: 40 }, (_, at) => asks.ask(question(`n${at}.example`))))
    assert.equal(silent.asked.length, 10)
    assert.equal(asks.forwarder.refused, 30)
  })

  test('believes no answer to another question, nor one with another id', async () => {
    const forged = (change: (packet: Buffer) => Buffer) => (_: unknown, packet: Buffer) => {
      const query = decode(packet)
      return change(
        encode({
          type: 'response',
          id: query.id ?? 0,
          flags: 0x180,
          questions: query.questions ?? [],
          answers: [a('x.example', '203.0.113.66')],
        }),
      )
    }
    const otherId = forged((packet) => (packet.writeUInt16BE(packet.readUInt16BE(0) ^ 1, 0), packet))
    const otherName = forged((packet) => ((packet[13] = 122), packet))
    const server = await upstream({ 'a.example': otherId, 'b.example': otherName })
    const asks = recursion([server.port])
    assert.equal(await asks.ask(question('a.example')), null)
    assert.equal(await asks.ask(question('b.example')), null)
  })

  test('passes nothing on that is not sound', async () => {
    const rubbish = (_: unknown, packet: Buffer) => {
      const copy = Buffer.concat([packet, Buffer.alloc(9, 0xff)])
      copy[2] = 0x81
      copy[7] = 1
      return copy
    }
    const server = await upstream({ 'a.example': rubbish })
    const asks = recursion([server.port])
    assert.equal(await asks.ask(question('a.example')), null)
    assert.equal(asks.unsound, 1)
  })
})

describe('the cache', () => {
  test('gives the answer under each asker’s id and spelling, grown older', async () => {
    let now = 0
    const server = await upstream({ 'a.example': [a('a.example', '192.0.2.1', 60)] })
    const asks = recursion([server.port], { now: () => now })
    const kept = (await asks.ask(question('a.example'))) ?? assert.fail()
    now = 20
    const packet = encode({ type: 'query', id: 99, flags: 0x100, questions: [{ type: 'A', name: 'A.eXample' }] })
    const asked = question('a.example')
    asked.read(packet, packet.length)
    const answer = new Answer().kept(packet, asked, kept, 20)
    const decoded = decode(answer.bytes.subarray(0, answer.length))
    assert.equal(decoded.id, 99)
    assert.equal(decoded.questions?.[0]?.name, 'A.eXample')
    assert.equal((decoded.answers?.[0] as { ttl: number } | undefined)?.ttl, 40)
  })

  test('never grows beyond its bound', async () => {
    const names = Array.from({ length: 400 }, (_, at) => `n${at}.example`)
    const server = await upstream(Object.fromEntries(names.map((name) => [name, [a(name, '192.0.2.1')]])))
    const asks = recursion([server.port], { limits: { shortestTtl: 5, longestTtl: 60, bytes: 20_000 } })
    for (const name of names) await asks.ask(question(name))
    assert.ok(asks.cache.bytes <= 20_000, `${asks.cache.bytes} bytes`)
    assert.ok(asks.cache.size > 10)
  })

  test('keeps the answers for who checks signatures apart', async () => {
    const server = await upstream({ 'a.example': [a('a.example', '192.0.2.1')] })
    const asks = recursion([server.port])
    await asks.ask(question('a.example'))
    const signed = question('a.example')
    signed.dnssecOk = true
    assert.equal(asks.cached(signed), null)
    assert.notEqual(asks.cached(question('a.example')), null)
  })
})
