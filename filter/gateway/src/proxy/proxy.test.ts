import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { hash } from '@node-rs/argon2'
import { damaged, randomFrom } from '../../test/random.js'
import { startGateway } from '../../test/school-gateway.js'
import { helloFor, startSite, Talk } from '../../test/talk.js'
import { startUpstream, type TestUpstream } from '../../test/upstream.js'
import type { Gateway } from '../serve/gateway.js'

const loopback = (name: string) => ({ type: 'A', name, ttl: 60, data: '127.0.0.1' }) as const
const NAMES = {
  'open.example': [loopback('open.example')],
  'other.example': [loopback('other.example')],
  'inside.example': [{ type: 'A', name: 'inside.example', ttl: 60, data: '10.0.0.5' } as const],
}
const PAGE = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello'

describe('the proxy', () => {
  let upstream: TestUpstream
  let gateway: Gateway
  const talk = (): Talk => new Talk(gateway.ports.proxy ?? 0)
  const refused = (why: string): number => gateway.parts.proxy?.counts.refused.get(why as never) ?? 0
  const get = (url: string, ...headers: string[]): string =>
    [`GET ${url} HTTP/1.1`, `Host: ${new URL(url).host}`, ...headers, '', ''].join('\r\n')

  before(async () => {
    upstream = await startUpstream(NAMES)
    gateway = await startGateway({ upstreams: [upstream.port] })
  })
  after(async () => {
    await gateway.stop()
    await upstream.close()
  })

  test('carries plain HTTP to an open site, as the site’s own request and nothing of ours', async () => {
    const site = await startSite((heard) => (heard.endsWith('\r\n\r\n') ? PAGE : null))
    const said = await talk()
      .say(
        get(
          `http://open.example:${site.port}/a?b=c`,
          'Proxy-Authorization: Basic eDp5',
          'X-Kept: 1',
          'Connection: x-hop',
          'X-Hop: 1',
        ),
      )
      .untilClosed()
    assert.match(said, /200 OK[^]*hello$/)
    assert.equal(
      site.heard[0],
      `GET /a?b=c HTTP/1.1\r\nhost: open.example:${site.port}\r\nx-kept: 1\r\nconnection: close\r\n\r\n`,
    )
    site.server.close()
  })

  test('shows the block page with its reason, the ways to help, and nothing from elsewhere', async () => {
    const page = await talk()
      .say(get('http://www.bets.example/', 'Accept: text/html'))
      .until(/<\/html>/)
    assert.match(page, /^HTTP\/1\.1 403 /)
    assert.match(page, /Tell an adult/)
    assert.match(page, /Ask for this site/)
    assert.match(page, /Childline: 0800 1111/)
    assert.match(page, /default-src 'none'; style-src 'sha256-/)
    assert.ok(!/<script|src=|@import|url\(/i.test(page))
  })

  test('answers one request after the other on one connection, and pictures in few words', async () => {
    const one = talk()
    await one.say(get('http://bets.example/1.png', 'Accept: image/*')).until(/filter\.\n/)
    const both = await one.say(get('http://bets.example/2.png', 'Accept: image/*')).until(/filter\.\n[^]*filter\.\n/)
    assert.equal(both.match(/HTTP\/1\.1 403/g)?.length, 2)
    one.close()
  })

  test('opens a tunnel only once the name in it is known and open', async () => {
    const site = await startSite((_, socket) => (socket.write('server hello'), null))
    const tunnel = talk()
    await tunnel
      .say(`CONNECT open.example:${site.port} HTTP/1.1\r\nHost: open.example\r\n\r\n`)
      .until(/established\r\n\r\n/)
    const hello = await helloFor('open.example')
    for (let at = 0; at < hello.length; at += 200) {
      assert.equal(site.heard.join(''), '', 'nothing passes before the name is known')
      tunnel.say(hello.subarray(at, at + 200))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    assert.match(await tunnel.until(/server hello/), /server hello/)
    assert.equal(site.heard.join(''), hello.toString('latin1'))
    tunnel.close()
    site.server.close()
  })

  const wrong: readonly (readonly [string, () => Promise<Buffer>, string])[] = [
    ['another, blocked name', () => helloFor('www.bets.example'), 'name-blocked'],
    ['no name', () => helloFor(null), 'no-name'],
    ['something else than TLS', async () => Buffer.from('SSH-2.0-tunnel\r\n'), 'not-tls'],
  ]
  for (const [what, bytes, why] of wrong) {
    test(`shuts a tunnel in which there is ${what}`, async () => {
      const site = await startSite(() => null)
      const so = refused(why)
      const tunnel = talk()
      await tunnel.say(`CONNECT open.example:${site.port} HTTP/1.1\r\nHost: open.example\r\n\r\n`).until(/established/)
      await tunnel.say(await bytes()).untilClosed()
      assert.equal(tunnel.ended, true)
      assert.equal(site.heard.join(''), '')
      assert.equal(refused(why), so + 1)
      site.server.close()
    })
  }

  test('lets a tunnel to another open name pass, and refuses a blocked host at CONNECT', async () => {
    const site = await startSite((_, socket) => (socket.write('server hello'), null))
    const tunnel = talk()
    await tunnel.say(`CONNECT open.example:${site.port} HTTP/1.1\r\nHost: open.example\r\n\r\n`).until(/established/)
    assert.match(await tunnel.say(await helloFor('other.example')).until(/server hello/), /server hello/)
    tunnel.close()
    const blocked = await talk()
      .say(`CONNECT www.bets.example:${site.port} HTTP/1.1\r\nHost: www.bets.example\r\n\r\n`)
      .until(/filter\.\n/)
    assert.match(blocked, /^HTTP\/1\.1 403 /)
    site.server.close()
  })

  test('sends nothing on behind the request that it judged', async () => {
    const site = await startSite((heard) => (heard.endsWith('hello') ? PAGE : null))
    const hidden = get('http://bets.example/')
    const said = await talk()
      .say(
        `POST http://open.example:${site.port}/ HTTP/1.1\r\nHost: open.example:${site.port}\r\nContent-Length: 5\r\n\r\nhello${hidden}`,
      )
      .untilClosed()
    assert.match(said, /200 OK/)
    assert.ok(site.heard[0]?.endsWith('\r\n\r\nhello'))
    site.server.close()
  })

  test('refuses a Host that is not the address', async () => {
    assert.match(
      await talk().say('GET http://open.example/ HTTP/1.1\r\nHost: bets.example\r\n\r\n').until(/\.\n/),
      /^HTTP\/1\.1 400 /,
    )
  })

  test('gives out the PAC file', async () => {
    const pac = await talk().say('GET /proxy.pac HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n').untilClosed()
    assert.match(pac, /x-ns-proxy-autoconfig[^]*"PROXY 127\.0\.0\.1:8080"/)
    assert.ok(!/PROXY[^;]*; *DIRECT/.test(pac))
  })

  test('says so when a site does not answer', async () => {
    assert.match(await talk().say(get('http://open.example:9000/')).untilClosed(), /^HTTP\/1\.1 502 /)
    assert.match(
      await talk().say(get('http://nowhere.example/')).until(/\.\n/),
      /^HTTP\/1\.1 502 [^]*no site of that name/,
    )
  })

  test('10,000 damaged requests neither crash it nor reach a site', async () => {
    const random = randomFrom(9)
    const sound = Buffer.from(get('http://www.bets.example/', 'Accept: text/html', 'Content-Length: 0'))
    for (let round = 0; round < 100; round++) {
      const several = talk()
      for (let each = 0; each < 100; each++) several.say(damaged(sound, random))
      several.socket.end()
      await several.untilClosed()
      several.close()
    }
    assert.ok(refused('malformed') > 50)
    assert.match(
      await talk()
        .say(get('http://bets.example/'))
        .until(/filter\.\n/),
      /403/,
    )
  })
})

describe('the proxy under attack', () => {
  test('reaches nothing inside the school, by number or by a name that leads there', async () => {
    const upstream = await startUpstream(NAMES)
    const inside = await startGateway({
      upstreams: [upstream.port],
      config: { networks: [{ range: '127.0.0.0/8', group: 'staff' }] },
    })
    const say = (target: string): Promise<string> =>
      new Talk(inside.ports.proxy ?? 0).say(`CONNECT ${target} HTTP/1.1\r\nHost: x\r\n\r\n`).until(/\.\n/)
    for (const target of ['10.0.0.5:4430', 'inside.example:4430', '[::ffff:10.0.0.5]:4430', '169.254.169.254:8080'])
      assert.match(await say(target), /403[^]*inside the school/, target)
    assert.match(await say('open.example:25'), /nothing to port 25/)
    await inside.stop()
    await upstream.close()
  })

  test('does nothing for a stranger', async () => {
    const gateway = await startGateway({ config: { networks: [{ range: '10.0.0.0/8', group: 'ks2' }] } })
    assert.equal(
      await new Talk(gateway.ports.proxy ?? 0)
        .say('GET http://open.example/ HTTP/1.1\r\nHost: open.example\r\n\r\n')
        .untilClosed(),
      '',
    )
    assert.equal(gateway.parts.proxy?.counts.refused.get('stranger'), 1)
    await gateway.stop()
  })

  test('waits for nobody’s header for ever, and opens no more than so many connections for one', async () => {
    const gateway = await startGateway()
    const slow = Array.from({ length: 520 }, () =>
      new Talk(gateway.ports.proxy ?? 0).say('GET http://bets.example/ HTTP/1.1\r\n'),
    )
    const drip = setInterval(() => slow.forEach((one) => one.ended || one.say('X: 1\r\n')), 1_000)
    await Promise.all(slow.map((one) => one.untilClosed(14_000)))
    clearInterval(drip)
    assert.ok(
      slow.every((one) => one.ended),
      'all of them were shut',
    )
    assert.equal(gateway.parts.proxy?.counts.refused.get('too-many'), 8)
    assert.equal(gateway.parts.proxy?.counts.refused.get('slow'), 512)
    await gateway.stop()
  })

  test('asks who is who where the school wants that, and gives each their own rights', async () => {
    const people = join(mkdtempSync(join(tmpdir(), 'people-')), 'people.csv')
    writeFileSync(people, `username,password,group\nt.example,"${await hash('open sesame')}",staff\n`)
    const gateway = await startGateway()
    const { listen, name } = gateway.parts.config.proxy ?? assert.fail()
    await gateway.stop()
    const signed = await startGateway({ config: { proxy: { listen, name, people, signIn: 'required' } } })
    const request = (header: string): string =>
      `GET http://bets.example/ HTTP/1.1\r\nHost: bets.example\r\n${header}\r\n`
    const say = (header: string): Promise<string> =>
      new Talk(signed.ports.proxy ?? 0).say(request(header)).until(/\.\n/)
    assert.match(await say(''), /^HTTP\/1\.1 407 [^]*Proxy-Authenticate: Basic realm/)
    assert.match(await say(`Proxy-Authorization: Basic ${btoa('t.example:wrong')}\r\n`), /^HTTP\/1\.1 407 /)
    assert.match(await say(`Proxy-Authorization: Basic ${btoa('t.example:open sesame')}\r\n`), /^HTTP\/1\.1 403 /)
    await signed.stop()
  })
})
