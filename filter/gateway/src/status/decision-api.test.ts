import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Decision } from '../../../engine/src/index.js'
import { opened, policyOf } from '../../../engine/test/school.js'
import { startGateway } from '../../test/school-gateway.js'
import { Talk } from '../../test/talk.js'
import type { Gateway } from '../serve/gateway.js'

const groups = policyOf([]).groups.map((group) => ({ ...group, words: { 'self-harm': { flag: 50 } } }))
const phrases = [{ id: 'a', words: 'chcę umrzeć', category: 'self-harm', weight: 60, language: 'pl' }]
const page = `${'Owls fly at night and sleep by day. '.repeat(6_000)} chcę umrzeć`

describe('a question about the text of a page', () => {
  let gateway: Gateway
  before(async () => {
    gateway = await startGateway({ open: () => opened({ policy: policyOf([], { groups }), phrases }) })
  })
  after(() => gateway.stop())

  const form = (text: string): string =>
    new URLSearchParams({ target: 'https://diary.example/', group: 'ks2', text }).toString()
  const request = (body: string, headers = ''): string =>
    `POST /decision HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n${headers}Content-Length: ${body.length}\r\n\r\n${body}`
  const talk = (): Talk => new Talk(gateway.ports.status ?? 0)
  const firstLine = async (text: string): Promise<string> =>
    (await talk().say(text).untilClosed()).split('\r\n')[0] ?? ''

  test('is asked in a body, for it is too long for an address', async () => {
    const answer = await fetch(`http://127.0.0.1:${gateway.ports.status}/decision`, {
      method: 'POST',
      body: new URLSearchParams(form(page)),
    })
    const { verdict, category, question } = (await answer.json()) as Decision
    assert.deepEqual([verdict, category, question.text], ['flag', 'self-harm', undefined])
  })
  test('is answered however its bytes arrive, and so is the question behind it on the same connection', async () => {
    const one = talk()
    const both = `${request(form('chcę umrzeć'))}${request(form('owls'))}`
    for (const byte of both) {
      one.say(byte)
      await new Promise(setImmediate)
    }
    const said = await one.until(/200 OK[^]*200 OK[^]*"id"/)
    assert.match(said, /"verdict":"flag","layer":"words"[^]*200 OK[^]*"verdict":"allow","layer":"default"/)
    one.close()
  })
  test('leaves no body unread to be taken for the next question', async () => {
    const unread = request('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n').replace('/decision', '/health')
    const said = await talk()
      .say(`${request(form('owls'))}${unread}`)
      .untilClosed()
    assert.match(said, /200 OK[^]*405 Method Not Allowed[^]*POST at \/decision\.\n$/)
  })
  test('is asked for by who waits to be asked', async () => {
    const body = form('chcę umrzeć')
    const one = talk().say(request(body, 'Expect: 100-continue\r\n').slice(0, -body.length))
    assert.match(await one.until(/100 Continue\r\n\r\n/), /^HTTP\/1\.1 100 Continue\r\n\r\n$/)
    assert.match(await one.say(body).until(/"verdict"/), /"verdict":"flag"/)
    one.close()
  })
  test('is refused with its reason where it is too long, of no length, no form, or an address of 9,000 letters', async () => {
    assert.equal(await firstLine(request('').replace('Length: 0', 'Length: 600000')), 'HTTP/1.1 413 Content Too Large')
    const chunked = request('').replace('Content-Length: 0', 'Transfer-Encoding: chunked')
    assert.equal(await firstLine(chunked), 'HTTP/1.1 413 Content Too Large')
    const json = request('{}').replace('x-www-form-urlencoded', 'json')
    assert.equal(await firstLine(json), 'HTTP/1.1 415 Unsupported Media Type')
    const long = `GET /decision?target=${'x'.repeat(9_000)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`
    assert.equal(await firstLine(long), 'HTTP/1.1 414 URI Too Long')
    assert.equal(await firstLine(request('group=ks2', 'Connection: close\r\n')), 'HTTP/1.1 400 Bad Request')
  })
  test('is not read for who may not ask', async () => {
    const elsewhere = request(form(page)).replace('Host: 127.0.0.1', 'Host: evil.example')
    assert.equal(await firstLine(elsewhere), 'HTTP/1.1 401 Unauthorized')
  })
})
