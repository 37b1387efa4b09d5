import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bodyEnd } from '../proxy/body-end.js'
import { LARGEST_HEAD, readRequestHead } from './request-head.js'

const read = (text: string) => readRequestHead(Buffer.from(text, 'latin1'))
const get = (...headers: string[]) =>
  read(['GET http://a.example/ HTTP/1.1', 'Host: a.example', ...headers, '', ''].join('\r\n'))

/** What each shape, known to make two programs read two requests out of one, is refused with. */
const smuggled: readonly (readonly [string, string, number])[] = [
  [
    'a length beside chunks',
    'POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
  ],
  [
    'two lengths',
    'POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n',
    400,
  ],
  ['two lengths in one', 'POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nContent-Length: 4, 5\r\n\r\n', 400],
  ['a length with a sign', 'POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nContent-Length: +4\r\n\r\n', 400],
  ['a length in hexadecimal', 'POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nContent-Length: 0x4\r\n\r\n', 400],
  ['a space before the colon', 'GET http://a.example/ HTTP/1.1\r\nHost : a.example\r\n\r\n', 400],
  ['a folded line', 'GET http://a.example/ HTTP/1.1\r\nHost: a.example\r\nX: 1\r\n 2\r\n\r\n', 400],
  ['a bare line feed', 'GET http://a.example/ HTTP/1.1\r\nHost: a.example\nX: 1\r\n\r\n', 400],
  ['a bare carriage return', 'GET http://a.example/ HTTP/1.1\r\nHost: a.example\rX: 1\r\n\r\n', 400],
  ['a null', 'GET http://a.example/ HTTP/1.1\r\nHost: a.example\0\r\n\r\n', 400],
  ['two hosts', 'GET http://a.example/ HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n', 400],
  ['no host', 'GET http://a.example/ HTTP/1.1\r\n\r\n', 400],
  [
    'chunks spelt oddly',
    'POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: xchunked\r\n\r\n',
    501,
  ],
  [
    'two codings',
    'POST http://a.example/ HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n',
    501,
  ],
  [
    'chunks in HTTP/1.0',
    'POST http://a.example/ HTTP/1.0\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
  ],
  ['two spaces in the first line', 'GET  http://a.example/ HTTP/1.1\r\nHost: a.example\r\n\r\n', 400],
  ['a tab in the first line', 'GET\thttp://a.example/ HTTP/1.1\r\nHost: a.example\r\n\r\n', 400],
  ['a body on CONNECT', 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\nContent-Length: 3\r\n\r\n', 400],
  ['HTTP/2 without being asked', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505],
  ['HTTP/0.9', 'GET /\r\n\r\n', 400],
  ['another protocol', '\x16\x03\x01\x02', 400],
]

describe('the head of a request to the proxy', () => {
  test('is read as it stands', () => {
    const head = get('Proxy-Authorization: Basic xyz', 'X-Odd:   spaced  ')
    assert.equal(head.kind, 'request')
    if (head.kind !== 'request') return
    assert.equal(head.method, 'GET')
    assert.equal(head.target, 'http://a.example/')
    assert.equal(head.host, 'a.example')
    assert.equal(head.keepAlive, true)
    assert.deepEqual(head.headers.at(-1), { name: 'x-odd', value: 'spaced' })
  })

  test('says that it needs more until the empty line has come', () => {
    const text = 'GET http://a.example/ HTTP/1.1\r\nHost: a.example\r\n\r\n'
    for (let length = 0; length < text.length; length++) assert.equal(read(text.slice(0, length)).kind, 'more')
    assert.equal(read(text).kind, 'request')
  })

  for (const [what, text, status] of smuggled) {
    test(`is refused with ${what}`, () => {
      const head = read(text)
      assert.equal(head.kind, 'refused')
      assert.equal(head.kind === 'refused' && head.status, status)
      assert.match(head.kind === 'refused' ? head.why : '', /\.$/)
    })
  }

  test('is refused when it is huge, whether or not it ever ends', () => {
    const long = `GET http://a.example/ HTTP/1.1\r\nHost: a.example\r\nX: ${'x'.repeat(LARGEST_HEAD)}`
    for (const text of [long, `${long}\r\n\r\n`]) assert.equal((read(text) as { status: number }).status, 431)
    const many = get(...Array.from({ length: 101 }, (_, at) => `X-${at}: 1`))
    assert.equal((many as { status: number }).status, 431)
  })
})

/** Feeds a body in parts of a given size; returns how many bytes of it were taken, and how that ended. */
function follow(text: string, size: number): { taken: number; state: string } {
  const body = bodyEnd({ kind: 'chunked' })
  const bytes = Buffer.from(text, 'latin1')
  let total = 0
  for (let at = 0; at < bytes.length; at += size) {
    const { taken, state } = body.take(bytes.subarray(at, at + size))
    total += taken
    if (state !== 'goes on') return { taken: total, state }
  }
  return { taken: total, state: 'goes on' }
}

describe('the end of a request’s body', () => {
  const sound = '5\r\nhello\r\n1a\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n'

  test('is found in chunks however they arrive, and what follows is left', () => {
    for (const size of [1, 2, 3, 7, 1000]) {
      const hidden = `${sound}GET http://blocked.example/ HTTP/1.1\r\n`
      assert.deepEqual(follow(hidden, size), { taken: sound.length, state: 'done' }, `${size} bytes at a time`)
    }
  })

  test('is counted when a length was given', () => {
    const body = bodyEnd({ kind: 'length', bytes: 5 })
    assert.deepEqual(body.take(Buffer.from('hel')), { taken: 3, state: 'goes on' })
    assert.deepEqual(body.take(Buffer.from('loGET /')), { taken: 2, state: 'done' })
  })

  test('is unsound where chunks could be read in two ways', () => {
    const shapes = [
      '5;a=b\r\nhello\r\n',
      '5\nhello\r\n',
      'x\r\n',
      '\r\n',
      '5\r\nhelloX\r\n',
      '5\r\nhello\nX',
      '0\r\nTrailer: x\r\n\r\n',
      '123456789\r\n',
      ' 5\r\n',
      '-5\r\n',
    ]
    for (const shape of shapes) assert.equal(follow(shape, 100).state, 'unsound', JSON.stringify(shape))
  })
})
