import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { connect } from 'node:net'
import { askDns, told } from '../../test/ask-dns.js'
import { startProgram } from '../../test/programs.js'
import { startEverywhere, type TestUpstream } from '../../test/upstream.js'
import { startSite } from '../../test/talk.js'
import { dnsmasqLines } from './dnsmasq.js'
import { filesThatSay } from './export-file.js'
import { knotFiles, rpzZone } from './rpz.js'
import { type Ruled, ruledNames, type Ruling } from './ruled-names.js'
import { squidAcls } from './squid.js'

/** A policy with everything that is hard to export: exceptions in exceptions, hosts without what is below them. */
const TREES: Readonly<Record<string, Ruling>> = {
  'bets.example': 'blocked',
  'help.bets.example': 'open',
  'ads.help.bets.example': 'blocked',
  'deep.down.under.example': 'blocked',
  'search.example': { safe: 'safe.example' },
}
const ALONE: Readonly<Record<string, Ruling>> = { 'only.example': 'blocked', 'alone.bets.example': 'open' }

const rule = (host: string): Ruling => {
  if (ALONE[host] !== undefined) return ALONE[host]
  for (let rest = host; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    const found = TREES[rest]
    if (found !== undefined) return found
    if (!rest.includes('.')) return 'open'
  }
}

const listed = [...Object.keys(TREES), ...Object.keys(ALONE)]
const asked = [
  ...listed.flatMap((host) => [host, `www.${host}`, `a.b.${host}`, `not${host}`]),
  'example',
  'under.example',
  'down.under.example',
  'open.example',
]
const expected = (host: string, ruling: Ruling): string => `${host}: ${typeof ruling === 'object' ? 'safe' : ruling}`

/** What stands at the head of the files must trouble no program. */
const LEFT_OUT = ['3 rules about paths (site.example/page): the host’s own holds; "all" of it.', 'and another.']

const zone = (names: Ruled) => rpzZone(names, { serial: 1, answer: 'nxdomain' })

const EXPORTS = {
  unbound: zone,
  bind: zone,
  powerdns: zone,
  knot: (names: Ruled) => knotFiles(names, { serial: 1, answer: 'nxdomain' }),
  dnsmasq: (names: Ruled) => dnsmasqLines(names, 'nxdomain'),
} as const

/** What a resolver did with a name: 192.0.2.1 is what the world says of everything. */
function ruled(answer: string): string {
  if (answer.includes('safe.example')) return 'safe'
  if (answer.endsWith('A 192.0.2.1')) return 'open'
  return answer === 'NXDOMAIN' || answer === 'NOERROR' ? 'blocked' : answer
}

describe('the policy in other programs gives the same answers', () => {
  const names = ruledNames(listed, rule)
  let upstream: TestUpstream
  before(async () => {
    upstream = await startEverywhere('192.0.2.1')
  })
  after(() => upstream.close())

  for (const program of ['unbound', 'bind', 'knot', 'powerdns', 'dnsmasq'] as const) {
    test(program, async () => {
      const made = EXPORTS[program](names)
      const running = await startProgram(program, filesThatSay({ ...made, leftOut: LEFT_OUT }), upstream.port)
      try {
        const hosts = asked.filter((host) => made.leftOut.length === 0 || typeof rule(host) === 'string')
        const answers = await Promise.all(
          hosts.map(async (host) => `${host}: ${ruled(told(await askDns(running.port, host)))}`),
        )
        assert.deepEqual(
          answers,
          hosts.map((host) => expected(host, rule(host))),
        )
        assert.equal(made.leftOut.length, ['dnsmasq', 'knot'].includes(program) ? 1 : 0)
      } finally {
        await running.stop()
      }
    })
  }

  test('squid', async () => {
    const site = await startSite((heard) =>
      heard.includes('\r\n\r\n') ? 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nopen' : null,
    )
    // A test that fails must not wait for a site that nobody shuts.
    site.server.unref()
    const files = filesThatSay({ ...squidAcls(names), leftOut: LEFT_OUT })
    const running = await startProgram('squid', files, site.port)
    try {
      const answers = await Promise.all(asked.map(async (host) => `${host}: ${await throughProxy(running.port, host)}`))
      assert.deepEqual(
        answers,
        asked.map((host) => expected(host, typeof rule(host) === 'object' ? 'open' : rule(host))),
      )
    } finally {
      await running.stop()
      site.server.close()
    }
  })
})

function throughProxy(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    )
    let heard = ''
    socket.on('data', (part) => (heard += part.toString('latin1')))
    socket.on('close', () =>
      resolve(
        heard.startsWith('HTTP/1.1 200') ? 'open' : heard.startsWith('HTTP/1.1 403') ? 'blocked' : heard.slice(0, 80),
      ),
    )
  })
}
