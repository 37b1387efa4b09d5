import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../../test/random.js'
import { readFirstLine, readHeaders } from './head-lines.js'

/** The grammar itself: RFC 9112 3 (request-line) and 5 (field-line), with our bounds. */
const requestLine = /^([A-Z]{3,20}) ([\x21-\x7e]{1,8192})( HTTP\/\d\.\d)$/
const fieldLine = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)$/

function byGrammar(head: string): unknown {
  const [first = '', ...lines] = head.split('\r\n')
  const [, method, target, version] = requestLine.exec(first) ?? []
  const fields = lines.map((line) => fieldLine.exec(line))
  if (method === undefined || fields.includes(null)) return null
  const headers = fields.map((field) => ({
    name: (field?.[1] ?? '').toLowerCase(),
    value: (field?.[2] ?? '').replace(/[ \t]+$/, ''),
  }))
  return { method, target, version, headers }
}

function byByte(head: string): unknown {
  const bytes = Buffer.from(`${head}\r\n\r\n`, 'latin1')
  const first = readFirstLine(bytes, head)
  if (first === null || !/^ HTTP\/\d\.\d$/.test(first.version)) return null
  const headers = readHeaders(bytes, head, first.end, bytes.length - 4)
  const { method, target, version } = first
  return headers === null ? null : { method, target, version, headers }
}

test('A head is read just as the grammar of HTTP says, however it was damaged', () => {
  const random = randomFrom(5)
  const pieces = [
    '\r\n',
    '\r',
    '\n',
    ' ',
    '\t',
    ':',
    'a',
    'Z',
    '0',
    '\0',
    '\x7f',
    '\xa0',
    '\xff',
    ' HTTP/1.1',
    '',
    ': ',
  ]
  const sound = 'GET http://a.example/?q=%20 HTTP/1.1\r\nHost: a.example\r\nX-Odd:  some thing \r\nEmpty:\r\nTab:\tx'
  let [read, refused] = [0, 0]
  for (let turn = 0; turn < 30_000; turn++) {
    let head = sound
    for (let damage = random(4); damage > 0; damage--) {
      const at = random(head.length)
      head = head.slice(0, at) + (pieces[random(pieces.length)] ?? '') + head.slice(at + random(3))
    }
    // The empty line is where the head ends, and was looked for before.
    head = head.split('\r\n\r\n', 1)[0] ?? ''
    const expected = byGrammar(head)
    assert.deepEqual(byByte(head), expected, JSON.stringify(head))
    if (expected === null) refused++
    else read++
  }
  assert.ok(read > 5_000 && refused > 5_000, `${read} read, ${refused} refused`)
})
