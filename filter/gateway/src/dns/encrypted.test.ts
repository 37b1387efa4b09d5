import assert from 'node:assert/strict'
import { copyFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { decode } from 'dns-packet'
import { askDns, told, toldService } from '../../test/ask-dns.js'
import { askHttp1, askHttp2, askTls, questionFor } from '../../test/ask-encrypted.js'
import { eventually } from '../../test/eventually.js'
import { makeCertificate } from '../../test/certificate.js'
import { randomFrom } from '../../test/random.js'
import { startEncrypted } from '../../test/school-gateway.js'
import { startUpstream, type TestUpstream } from '../../test/upstream.js'
import type { Gateway } from '../serve/gateway.js'
import { gatewayMetrics } from '../serve/gateway-metrics.js'
import { partHealth } from '../serve/part-health.js'

const NOW = Date.parse('2026-11-28T10:00:00Z')
const MESSAGE = 'application/dns-message'

describe('encrypted DNS', () => {
  let upstream: TestUpstream
  let gateway: Gateway
  let files: Awaited<ReturnType<typeof makeCertificate>>
  const start = (range?: string, certified = files): Promise<Gateway> =>
    startEncrypted({
      files: certified,
      upstream: upstream.port,
      clock: () => NOW,
      ...(range === undefined ? {} : { range }),
    })
  const at = (kind: 'tls' | 'https', ca = files.text) => ({ port: gateway.ports[kind] ?? 0, ca })

  before(async () => {
    files = await makeCertificate(new Date('2027-12-01'))
    upstream = await startUpstream({
      'open.example': [{ type: 'A', name: 'open.example', ttl: 60, data: '192.0.2.1' }],
    })
    gateway = await start()
  })
  after(async () => {
    await gateway.stop()
    await upstream.close()
  })

  test('a device that asks over TLS gets what every other gets, question after question', async () => {
    const answers = await askTls(at('tls'), ['open.example', 'bets.example', 'nowhere.example', 'open.example'])
    assert.deepEqual(answers.map(told), ['A 127.0.0.1', 'A 192.0.2.1', 'NXDOMAIN', 'A 192.0.2.1'].toSorted())
  })

  test('a browser that asks over HTTPS does, by GET and POST, by HTTP/2 and 1.1', async () => {
    const packet = questionFor('bets.example')
    const path = `/dns-query?dns=${packet.toString('base64url')}`
    const post = { ':method': 'POST', 'content-type': MESSAGE }
    const answers = [
      await askHttp2(at('https'), { ':path': path }),
      await askHttp2(at('https'), post, packet),
      await askHttp1(at('https'), { path }),
      await askHttp1(at('https'), { method: 'POST', headers: { 'content-type': MESSAGE }, body: packet }),
    ]
    for (const { status, headers, body } of answers) {
      assert.deepEqual([status, headers['content-type'], headers['cache-control']], [200, MESSAGE, 'no-store'])
      assert.equal(told(decode(body)), 'A 127.0.0.1')
    }
    const open = await askHttp2(at('https'), post, questionFor('open.example'))
    assert.equal(told(decode(open.body)), 'A 192.0.2.1')
  })

  test('what is no question is refused with the reason', async () => {
    const statusOf = async (path: string, method = 'GET', type = MESSAGE, body?: Buffer) =>
      (await askHttp1(at('https'), { path, method, headers: { 'content-type': type }, body })).status
    assert.equal(await statusOf('/'), 404)
    assert.equal(await statusOf('/dns-query'), 400)
    assert.equal(await statusOf('/dns-query?dns=!!!'), 400)
    assert.equal(await statusOf('/dns-query?dns=AAAA'), 400)
    assert.equal(await statusOf(`/dns-query?dns=${'A'.repeat(6_000)}`), 413)
    assert.equal(await statusOf('/dns-query', 'PUT'), 405)
    assert.equal(await statusOf('/dns-query', 'POST', 'text/plain', Buffer.from('x')), 415)
    assert.equal(await statusOf('/dns-query', 'POST', MESSAGE, Buffer.alloc(5_000)), 413)
    await assert.rejects(statusOf('/dns-query', 'POST', MESSAGE, Buffer.alloc(500_000)), 'cut off')
  })

  test('a device that looks for encrypted DNS is told the name and the ports, and nothing where the certificate has no name', async () => {
    const discovered = async ({ ports: { dns = 0 } }: Gateway) =>
      (await askDns(dns, '_dns.resolver.arpa', 'UNKNOWN_64'))?.answers?.map((one) =>
        toldService((one as { data: Buffer }).data),
      )
    const { https, tls } = gateway.ports
    assert.deepEqual(await discovered(gateway), [
      `1 filter.example alpn=h2 port=${https} key7=/dns-query{?dns}`,
      `2 filter.example alpn=dot port=${tls}`,
    ])
    for (const names of [['*.example'], []]) {
      const nameless = await start('127.0.0.0/8', await makeCertificate(new Date('2027-12-01'), { names }))
      assert.deepEqual(await discovered(nameless), [])
      await nameless.stop()
    }
    const second = await start(
      '127.0.0.0/8',
      await makeCertificate(new Date('2027-12-01'), { names: ['*.b.example', 'B.example'] }),
    )
    assert.match((await discovered(second))?.[0] ?? '', /^1 b\.example alpn=h2 /)
    await second.stop()
  })

  test('nobody from outside the school comes as far as the handshake', async () => {
    const elsewhere = await start('10.20.0.0/16')
    for (const port of [elsewhere.ports.tls, elsewhere.ports.https])
      await assert.rejects(
        askTls({ port: port ?? 0, ca: files.text }, ['open.example']),
        /closed|ECONNRESET|disconnected/,
      )
    await elsewhere.stop()
  })

  test('rubbish, half handshakes and too many connections of one address disturb nobody', async () => {
    const random = randomFrom(5)
    const sockets = [gateway.ports.tls, gateway.ports.https].flatMap((port) =>
      Array.from({ length: 200 }, (_, number) => {
        const socket = connect({ port: port ?? 0, host: '127.0.0.1' })
          .on('error', () => undefined)
          .resume()
        const rubbish = Buffer.from(Array.from({ length: 8 + random(300) }, () => random(256)))
        if (number % 4 === 0) rubbish.set([0x16, 3, 1, 1, 0])
        socket.write(number % 5 === 0 ? Buffer.of(0x16) : rubbish)
        return socket
      }),
    )
    const areOpen = (): number => sockets.filter((socket) => !socket.closed).length
    await eventually(() => areOpen() <= 128)
    for (const socket of sockets) socket.destroy()
    // The gateway learns of each end in its turn; until then the address has its share.
    const answers = await eventually(() => askTls(at('tls'), ['bets.example']).catch(() => null))
    assert.deepEqual(answers?.map(told), ['A 127.0.0.1'])
    const refused = await eventually(() => askHttp2(at('https'), { ':path': '/dns-query' }).catch(() => null))
    assert.equal(refused?.status, 400)
  })

  test('a renewed certificate is served after a reload; one that cannot be used is told, and the one in force stays', async () => {
    const own = await makeCertificate(new Date('2027-01-01'))
    const school = await start('127.0.0.0/8', own)
    const ask = (ca: string) => askTls({ port: school.ports.tls ?? 0, ca }, ['bets.example'])
    const asksHttp = (ca: string) => askHttp2({ port: school.ports.https ?? 0, ca }, { ':path': '/dns-query' })
    assert.equal((await ask(own.text)).length, 1)
    const next = await makeCertificate(new Date('2027-06-01'))
    copyFileSync(next.certificate, own.certificate)
    await school.reload()
    assert.match(school.parts.events.latest[0]?.sentence ?? '', /^The certificate stays as it was\. .*cannot be used/)
    assert.equal((await ask(own.text)).length, 1, 'the new certificate came without its key')
    copyFileSync(next.privateKey, own.privateKey)
    await school.reload()
    assert.equal((await ask(next.text)).length, 1)
    assert.equal((await asksHttp(next.text)).status, 400)
    await assert.rejects(ask(own.text), /self-signed/)
    await school.stop()
  })

  test('the status page says when the certificate ends, and fails ten days before', async () => {
    const health = async (until: string) => {
      const school = await start('127.0.0.0/8', await makeCertificate(new Date(until)))
      const found = partHealth(school.parts, NOW).find(({ id }) => id === 'certificate')
      const ends = gatewayMetrics(school.parts).find(({ name }) => name.endsWith('certificate_ends_seconds'))
      assert.equal(ends?.value, Date.parse(until) / 1000)
      await school.stop()
      return [found?.state, found?.now]
    }
    assert.deepEqual(await health('2027-02-01T12:00:00Z'), ['well', 'The certificate ends 1 Feb 2027, 12:00.'])
    assert.deepEqual(await health('2026-12-05T12:00:00Z'), ['failing', 'The certificate ends 5 Dec 2026, 12:00.'])
    assert.deepEqual(await health('2026-11-20T12:00:00Z'), ['failing', 'The certificate ended 20 Nov 2026, 12:00.'])
  })

  test('a gateway whose certificate cannot be used is not started, and says why', async () => {
    const broken = await makeCertificate(new Date('2027-01-01'))
    writeFileSync(broken.certificate, 'x')
    await assert.rejects(start('127.0.0.0/8', broken), {
      name: 'Problem',
      message: /cannot be used for encrypted DNS: /,
    })
  })
})
