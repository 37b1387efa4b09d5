import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decode, encode, type Packet } from 'dns-packet'
import { damaged, randomFrom } from '../../test/random.js'
import { readAddresses } from './read-addresses.js'
import { readResponse } from './response.js'
import { withoutEch, withoutParameter } from './without-ech.js'

const question = { type: 'A', name: 'www.example.org' } as const

const response = (more: Packet): Buffer =>
  encode({ type: 'response', id: 1, flags: 0x180, questions: [question], ...more })

const sound = response({
  answers: [
    { type: 'CNAME', name: 'www.example.org', ttl: 600, data: 'edge.Example.NET' },
    { type: 'A', name: 'edge.example.net', ttl: 60, data: '192.0.2.7' },
    { type: 'A', name: 'edge.example.net', ttl: 90, data: '192.0.2.8' },
  ],
})

describe('an upstream’s response', () => {
  test('tells how long it holds, what it leads to, and the addresses', () => {
    const read = readResponse(sound)
    assert.equal(read?.ttl, 60)
    assert.deepEqual(read?.aliases, ['edge.example.net'])
    assert.deepEqual(
      [...(read?.ttlAt ?? [])].map((at) => sound.readUInt32BE(at)),
      [600, 60, 90],
    )
    assert.deepEqual(
      readAddresses(sound, 1).map((address) => address.join('.')),
      ['192.0.2.7', '192.0.2.8'],
    )
  })

  test('that says "there is none" holds as long as its zone says, at most an hour', () => {
    const soa = { mname: 'a', rname: 'b', serial: 1, refresh: 1, retry: 1, expire: 1 }
    const none = (minimum: number, ttl: number) =>
      readResponse(response({ authorities: [{ type: 'SOA', name: 'example.org', ttl, data: { ...soa, minimum } }] }))
        ?.ttl
    assert.equal(none(120, 9_000), 120)
    assert.equal(none(9_000, 30), 30)
    assert.equal(none(90_000, 90_000), 3_600)
  })

  test('with EDNS is kept without it', () => {
    const opt = {
      type: 'OPT',
      name: '.',
      udpPayloadSize: 1232,
      extendedRcode: 0,
      ednsVersion: 0,
      flags: 0,
      flag_do: false,
      options: [],
    }
    const packet = response({ answers: [], additionals: [opt as never] })
    assert.equal(readResponse(packet)?.length, packet.length - 11)
  })

  test('that points in a circle, or beyond its end, is not sound', () => {
    const circle = Buffer.from(sound)
    const alias = circle.indexOf('edge') - 1
    circle.writeUInt16BE(0xc000 | alias, alias)
    assert.equal(readResponse(circle), null)
    for (let length = 0; length < sound.length; length++)
      assert.equal(readResponse(sound.subarray(0, length)), null, `${length} bytes`)
  })

  test('neither crashes nor goes on for ever when damaged, 10,000 times', () => {
    const random = randomFrom(5)
    let read = 0
    for (let round = 0; round < 10_000; round++) if (readResponse(damaged(sound, random)) !== null) read++
    assert.ok(read > 1_000 && read < 9_999, `${read} of 10,000 were read`)
  })
})

/** The data of an HTTPS record: priority 1, its own name, HTTP/2, an address hint, ECH keys. */
const https = Buffer.from([0, 1, 0, 0, 1, 0, 3, 2, 104, 50, 0, 4, 0, 4, 192, 0, 2, 7, 0, 5, 0, 4, 1, 2, 3, 4])

describe('Encrypted ClientHello', () => {
  test('loses its keys on the way, and nothing else does', () => {
    const packet = response({
      questions: [{ type: 'UNKNOWN_65' as never, name: 'www.example.org' }],
      answers: [{ type: 'UNKNOWN_65' as never, name: 'www.example.org', ttl: 60, data: https } as never],
    })
    const stripped = withoutEch(packet)
    const [record] = decode(stripped ?? Buffer.alloc(0)).answers ?? []
    assert.deepEqual((record as unknown as { data: Buffer }).data, https.subarray(0, https.length - 8))
  })

  test('a record that cannot be read is not passed on', () => {
    assert.equal(withoutEch(Buffer.alloc(20, 0xff)), null)
    assert.throws(() => withoutParameter(https.subarray(0, https.length - 1), 5), RangeError)
  })
})
