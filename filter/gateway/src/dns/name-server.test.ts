import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { askDns, codeOf, exchange, told } from '../../test/ask-dns.js'
import { schoolSnapshot } from '../../test/school-snapshot.js'
import { damaged, randomFrom } from '../../test/random.js'
import { startGateway } from '../../test/school-gateway.js'
import { startUpstream, type TestUpstream } from '../../test/upstream.js'
import type { Gateway } from '../serve/gateway.js'
import { encode } from 'dns-packet'

const a = (name: string, data: string) => ({ type: 'A', name, ttl: 60, data }) as const

describe('DNS for a school', () => {
  let upstream: TestUpstream
  let gateway: Gateway
  const ask = (name: string, type?: string) => askDns(gateway.ports.dns ?? 0, name, type)

  before(async () => {
    upstream = await startUpstream({
      'open.example': [a('open.example', '192.0.2.1')],
      'cloak.example': [
        { type: 'CNAME', name: 'cloak.example', ttl: 60, data: 'edge.bets.example' },
        a('edge.bets.example', '192.0.2.66'),
      ],
      'forcesafesearch.google.com': [a('forcesafesearch.google.com', '192.0.2.9')],
      '1.2.0.192.in-addr.arpa': [{ type: 'PTR', name: '1.2.0.192.in-addr.arpa', ttl: 60, data: 'open.example' }],
      'long.example': Array.from({ length: 60 }, (_, at) => a('long.example', `192.0.2.${at + 1}`)),
    })
    gateway = await startGateway({ upstreams: [upstream.port] })
  })
  after(async () => {
    await gateway.stop()
    await upstream.close()
  })

  test('an open name is answered as the world answers it', async () => {
    assert.equal(told(await ask('open.example')), 'A 192.0.2.1')
    assert.equal(told(await ask('OPEN.example')), 'A 192.0.2.1')
    assert.equal(told(await ask('nowhere.example')), 'NXDOMAIN')
    assert.equal(told(await ask('1.2.0.192.in-addr.arpa', 'PTR')), 'PTR open.example')
  })

  test('a blocked name, and all below it, leads to the block page and never goes upstream', async () => {
    assert.equal(told(await ask('bets.example')), 'A 127.0.0.1')
    assert.equal(told(await ask('www.bets.example')), 'A 127.0.0.1')
    for (const type of ['AAAA', 'MX', 'TXT', 'UNKNOWN_65'])
      assert.equal(told(await ask('bets.example', type)), 'NOERROR', type)
    assert.ok(!upstream.asked.some((asked) => asked.endsWith(' bets.example')))
  })

  test('an open name that leads to a blocked one is blocked', async () => {
    assert.equal(told(await ask('cloak.example')), 'A 127.0.0.1')
    assert.equal(told(await ask('cloak.example')), 'A 127.0.0.1', 'from the cache too')
  })

  test('a search engine is answered with its safe address, and with nothing that leads around it', async () => {
    assert.equal(told(await ask('www.google.com')), 'CNAME forcesafesearch.google.com, A 192.0.2.9')
    assert.equal(told(await ask('www.google.com', 'UNKNOWN_65')), 'NOERROR')
  })

  test('browsers are told to leave their own ways round the filter off', async () => {
    for (const name of ['use-application-dns.net', 'mask.icloud.com', 'mask-h2.icloud.com'])
      assert.equal(told(await ask(name)), 'NXDOMAIN', name)
  })

  test('what resolvers say of themselves comes from here and never from upstream, for it leads past the filter', async () => {
    for (const name of ['resolver.arpa', '_dns.resolver.arpa', 'dot.resolver.arpa'])
      for (const type of ['A', 'UNKNOWN_64']) assert.equal(told(await ask(name, type)), 'NOERROR', `${name} ${type}`)
    assert.ok(!upstream.asked.some((asked) => asked.endsWith('resolver.arpa')))
    await ask('my-resolver.arpa')
    assert.ok(upstream.asked.includes('A my-resolver.arpa'))
  })

  test('an answer that does not fit is cut short, and comes whole over TCP', async () => {
    const answer = await ask('long.example')
    assert.equal(answer?.flag_tc, true)
    assert.deepEqual(answer?.answers, [])
  })

  test('transfers are refused', async () => {
    for (const type of ['AXFR', 'IXFR']) assert.equal(codeOf(await ask('open.example', type)), 'REFUSED')
  })

  test('10,000 damaged packets are answered or dropped, each is counted, and it goes on', async () => {
    const random = randomFrom(3)
    const sound = encode({ type: 'query', id: 7, flags: 0x100, questions: [{ type: 'A', name: 'www.bets.example' }] })
    const server = gateway.parts.nameServer ?? assert.fail()
    const { asked } = server.counts
    const memory = process.memoryUsage().rss
    for (let round = 0; round < 10_000; round++) {
      const answer = server.handle(damaged(sound, random), '127.0.0.1')
      if (answer instanceof Promise) await answer
    }
    assert.equal(server.counts.asked - asked, 10_000)
    assert.ok(server.counts.malformed > 100 && server.counts.dropped > 100)
    assert.ok(process.memoryUsage().rss - memory < 100 * 1024 * 1024)
    for (let round = 0; round < 200; round++) await exchange(gateway.ports.dns ?? 0, damaged(sound, random), 1)
    assert.equal(told(await ask('bets.example')), 'A 127.0.0.1')
  })
})

describe('DNS when something is broken', () => {
  test('who asks from outside is refused, in no more bytes than they sent', async () => {
    const gateway = await startGateway({ config: { networks: [{ range: '10.0.0.0/8', group: 'ks2' }] } })
    const packet = encode({ type: 'query', id: 1, flags: 0x100, questions: [{ type: 'A', name: 'bets.example' }] })
    const answer = (await exchange(gateway.ports.dns ?? 0, packet)) ?? assert.fail()
    assert.equal((answer[3] ?? 0) & 15, 5)
    assert.ok(answer.length <= packet.length)
    assert.equal(gateway.parts.nameServer?.counts.strangers, 1)
    await gateway.stop()
  })

  test('a dead upstream is said to be dead, and blocked stays blocked', async () => {
    const gateway = await startGateway({ upstreams: [9] })
    const { dns = 0, status = 0 } = gateway.ports
    assert.equal(told(await askDns(dns, 'open.example')), 'SERVFAIL')
    assert.equal(told(await askDns(dns, 'bets.example')), 'A 127.0.0.1')
    const health = await fetch(`http://127.0.0.1:${status}/health`)
    assert.equal(health.status, 503)
    assert.match(await health.text(), /Name servers upstream/)
    await gateway.stop()
  })

  test('without a snapshot everything is blocked, and an update puts that right without a restart', async () => {
    let there = false
    const open = async () => (there ? schoolSnapshot({ number: 3 }) : Promise.reject(new Error('It is cut short.')))
    const upstream = await startUpstream({ 'open.example': [a('open.example', '192.0.2.1')] })
    const gateway = await startGateway({ upstreams: [upstream.port], open })
    const { dns = 0 } = gateway.ports
    assert.equal(told(await askDns(dns, 'open.example')), 'A 127.0.0.1')
    assert.match(
      gateway.parts.events.latest[0]?.sentence ?? '',
      /refused: It is cut short\. Everything but help is blocked\./,
    )
    there = true
    await gateway.reload()
    assert.equal(told(await askDns(dns, 'open.example')), 'A 192.0.2.1')
    there = false
    await gateway.reload()
    assert.equal(told(await askDns(dns, 'open.example')), 'A 192.0.2.1', 'the last good one stays')
    await gateway.stop()
    await upstream.close()
  })
})
