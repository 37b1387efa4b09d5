import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decode, encode, type Packet } from 'dns-packet'
import { damaged, randomFrom } from '../../test/random.js'
import { Question, rcode } from './question.js'

const asked = (name: string, more: Packet = {}): Buffer =>
  encode({ type: 'query', id: 4711, flags: 0x100, questions: [{ type: 'A', name }], ...more })

/** A header for one question, and then whatever follows. */
const raw = (...bytes: number[]): Buffer => Buffer.from([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...bytes])

const read = (packet: Buffer): { fault: unknown; question: Question } => {
  const question = new Question()
  return { fault: question.read(packet, packet.length), question }
}

describe('a DNS question', () => {
  test('is read as dns-packet reads it, in lower case', () => {
    const packet = asked('WWW.Example.ORG', { additionals: [edns({ udpPayloadSize: 4096, flags: 0x8000 })] })
    const { fault, question } = read(packet)
    assert.equal(fault, null)
    assert.equal(question.id, 4711)
    assert.equal(question.host(), 'www.example.org')
    assert.equal(question.type, 1)
    assert.equal(question.recursionDesired, true)
    assert.equal(question.edns, true)
    assert.equal(question.dnssecOk, true)
    assert.equal(question.limit, 1232, 'never more than fits every path')
  })

  test('without EDNS takes 512 bytes', () => {
    assert.equal(read(asked('a.example')).question.limit, 512)
  })

  test('of the root has an empty name', () => {
    const { fault, question } = read(raw(0, 0, 2, 0, 1))
    assert.equal(fault, null)
    assert.equal(question.host(), '')
  })

  const odd: readonly (readonly [string, Buffer, unknown])[] = [
    ['nothing at all', Buffer.alloc(0), 'drop'],
    ['half a header', Buffer.alloc(11), 'drop'],
    ['an answer, which would make two servers talk for ever', withFlags(asked('a.example'), 0x80), 'drop'],
    ['an update', withFlags(asked('a.example'), 0x28), rcode.notImp],
    ['no question', encode({ type: 'query', id: 1 }), rcode.formErr],
    [
      'two questions',
      encode({
        type: 'query',
        questions: [
          { type: 'A', name: 'a.b' },
          { type: 'A', name: 'c.d' },
        ],
      }),
      rcode.formErr,
    ],
    ['a name that points to itself', raw(0xc0, 12, 0, 1, 0, 1), rcode.formErr],
    ['a name that points in a circle', raw(1, 97, 0xc0, 12, 0, 1, 0, 1), rcode.formErr],
    ['a label that goes beyond the packet', raw(60, 97), rcode.formErr],
    ['a label type that does not exist', raw(0x41, 97, 0, 0, 1, 0, 1), rcode.formErr],
    ['a dot inside a label, which would read as another name', raw(3, 97, 46, 98, 0, 0, 1, 0, 1), rcode.formErr],
    ['a null inside a label', raw(3, 97, 0, 98, 0, 0, 1, 0, 1), rcode.formErr],
    [
      'a name longer than 255',
      raw(...Array.from({ length: 5 }, () => [63, ...Array.from({ length: 63 }, () => 97)]).flat(), 0, 0, 1, 0, 1),
      rcode.formErr,
    ],
    ['a question cut short', asked('a.example').subarray(0, -1), rcode.formErr],
    ['EDNS that claims more than there is', ednsClaiming(200), rcode.formErr],
    ['EDNS of a later version', asked('a.example', { additionals: [edns({ ednsVersion: 1 })] }), rcode.badVers],
    ['EDNS twice', asked('a.example', { additionals: [edns({}), edns({})] }), rcode.formErr],
  ]
  for (const [what, packet, expected] of odd) {
    test(`is not read from ${what}`, () => assert.equal(read(packet).fault, expected))
  }

  test('is never read otherwise than dns-packet would, in 10,000 damaged packets', () => {
    const random = randomFrom(11)
    const sound = asked('deep.www.example.org', { additionals: [edns({ udpPayloadSize: 1232 })] })
    let agreed = 0
    for (let round = 0; round < 10_000; round++) {
      const packet = damaged(sound, random)
      const { fault, question } = read(packet)
      if (fault !== null) continue
      const oracle = decode(packet)
      assert.equal(
        question.host(),
        (oracle.questions?.[0]?.name ?? '').toLowerCase().replace(/^\.$/, ''),
        packet.toString('hex'),
      )
      agreed++
    }
    assert.ok(agreed > 1_000, `only ${agreed} damaged packets were still questions`)
  })
})

function edns(more: object): NonNullable<Packet['additionals']>[number] {
  const plain = {
    type: 'OPT',
    name: '.',
    udpPayloadSize: 1232,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [],
  }
  return { ...plain, ...more } as unknown as NonNullable<Packet['additionals']>[number]
}

function withFlags(packet: Buffer, high: number): Buffer {
  const copy = Buffer.from(packet)
  copy[2] = high
  return copy
}

function ednsClaiming(size: number): Buffer {
  const packet = asked('a.example', { additionals: [edns({})] })
  packet.writeUInt16BE(size, packet.length - 2)
  return packet
}
