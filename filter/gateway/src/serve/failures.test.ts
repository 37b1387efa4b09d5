import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { FAILURES, type Snapshot } from '../../../engine/src/index.js'
import { compiled, opened, policyOf, ruleOf, testSeal } from '../../../engine/test/school.js'
import { supplied } from '../../../engine/test/supplied.js'
import { askDns, told } from '../../test/ask-dns.js'
import { startGateway, type SchoolOptions } from '../../test/school-gateway.js'
import { schoolSnapshot } from '../../test/school-snapshot.js'
import { helloFor, startSite, Talk } from '../../test/talk.js'
import { startEverywhere, startUpstream, type TestUpstream } from '../../test/upstream.js'
import { openWith } from '../commands/open-snapshot-file.js'
import type { Gateway } from './gateway.js'

const BLOCKED = 'A 127.0.0.1'
const OPEN = 'A 192.0.2.1'
const HOUR = 60 * 60_000
const policy = policyOf([])
const layered = (number: number, edition: number | null): Promise<Snapshot> =>
  opened({ policy, number, suppliers: edition === null ? [] : [supplied(['bad.example'], edition)] })

/** A file that holds these bytes, opened as a gateway opens it. */
function fromFile(bytes: Uint8Array, freeMemory?: () => number): Promise<Snapshot> {
  const file = join(mkdtempSync(join(tmpdir(), 'school-')), 'snapshot.hgf')
  writeFileSync(file, bytes)
  return openWith(file, testSeal, freeMemory === undefined ? {} : { freeMemory })
}

const wholeBytes = async (): Promise<Uint8Array<ArrayBuffer>> => (await compiled({ policy, number: 2 })).bytes!

describe('what is written of each failure is what happens', () => {
  let upstream: TestUpstream
  before(async () => {
    upstream = await startEverywhere('192.0.2.1')
  })
  after(() => upstream.close())

  /** A gateway for as long as some work lasts; stopped whatever comes of it. */
  async function during<R>(options: SchoolOptions, work: (gateway: Gateway) => Promise<R>): Promise<R> {
    const gateway = await startGateway({ upstreams: [upstream.port], ...options })
    try {
      return await work(gateway)
    } finally {
      await gateway.stop()
    }
  }

  /** Starts with the first, takes the second; then asks for a gambling site, an open one and a help line. */
  function live(opens: readonly (() => Promise<Snapshot>)[], more: Partial<SchoolOptions> = {}) {
    const left = [...opens]
    const open = () => (left.shift() ?? (() => assert.fail('opened once too often')))()
    return during({ open, ...more }, async (gateway) => {
      for (const _ of opens.slice(1)) await gateway.reload()
      const answers = []
      for (const host of ['bets.example', 'open.example', 'www.childline.org.uk'])
        answers.push(told(await askDns(gateway.ports.dns ?? 0, host)))
      return {
        events: eventsOf(gateway),
        answers: answers.join(', '),
        number: gateway.parts.rulings.snapshot.id.number,
      }
    })
  }

  /** What the seconds bring: the gateway looks at its clock and its lists once in each. */
  const aWhile = (options: SchoolOptions, look: (gateway: Gateway) => void) =>
    during(options, async (gateway) => {
      await new Promise((resolve) => setTimeout(resolve, 1_200))
      look(gateway)
      return eventsOf(gateway)
    })

  const throughProxy = (port: number, target: string): Promise<string> =>
    new Talk(port).say(`GET ${target} HTTP/1.1\r\nHost: ${new URL(target).host}\r\n\r\n`).until(/\r\n\r\n/)
  const eventsOf = (gateway: Gateway): string[] => gateway.parts.events.latest.map(({ type }) => type)
  const good = () => schoolSnapshot({ number: 1 })
  /** A snapshot with a mistake in it that one name brings out. */
  const poisoned = async (): Promise<Snapshot> => {
    const snapshot = await good()
    const [ofName, ofUrl] = [snapshot.outcomeOfName.bind(snapshot), snapshot.outcomeOfUrl.bind(snapshot)]
    const ofHost = snapshot.outcomeOfHost.bind(snapshot)
    const mistake = (text: string): void => assert.ok(!text.includes('poison'), 'a mistake of our own')
    return Object.assign(snapshot, {
      outcomeOfName: (...args: Parameters<Snapshot['outcomeOfName']>) => {
        mistake(Buffer.from(args[0]).toString('latin1'))
        return ofName(...args)
      },
      outcomeOfUrl: (...args: Parameters<Snapshot['outcomeOfUrl']>) => {
        mistake(args[0])
        return ofUrl(...args)
      },
      outcomeOfHost: (...args: Parameters<Snapshot['outcomeOfHost']>) => {
        mistake(args[0])
        return ofHost(...args)
      },
    })
  }
  const everyone = `${BLOCKED}, ${OPEN}, ${OPEN}`
  const shut = `${BLOCKED}, ${BLOCKED}, ${OPEN}`
  const fails = () => Promise.reject(new Error('There is none.'))
  const compiling = async (change: Parameters<typeof compiled>[0]) =>
    (await compiled(change)).events.map(({ type }) => type as string)

  /** One walk for each row of the table; a row without a walk does not compile. */
  const walks: Readonly<Record<(typeof FAILURES)[number]['id'], () => Promise<readonly string[]>>> = {
    'no-snapshot': async () => {
      const { events, answers } = await live([fails])
      assert.equal(answers, shut)
      return events
    },
    damaged: async () => {
      const bytes = await wholeBytes()
      bytes[bytes.length - 9]! ^= 1
      const { events, answers, number } = await live([good, () => fromFile(bytes)])
      assert.deepEqual([answers, number], [everyone, 1])
      assert.equal((await live([() => fromFile(bytes.subarray(0, 50))])).answers, shut, 'with none in use')
      return events
    },
    unsigned: async () => {
      const bytes = await wholeBytes()
      bytes[20]! ^= 1
      const { events, answers, number } = await live([good, () => fromFile(bytes)])
      assert.deepEqual([answers, number], [everyone, 1])
      return events
    },
    older: async () => {
      const { events, number } = await live([() => schoolSnapshot({ number: 7 }), () => schoolSnapshot({ number: 5 })])
      assert.equal(number, 5)
      return events
    },
    weaker: async () => {
      const { events, number } = await live([() => layered(1, 2), () => layered(2, 1)])
      assert.equal(number, 1)
      return events
    },
    'supplier-late': () =>
      aWhile({ open: () => layered(1, 1), clock: () => Date.now() + 72 * HOUR }, ({ parts }) =>
        assert.equal(parts.rulings.snapshot.illegal.entries, 1, 'the last good list stays'),
      ),
    'supplier-refused': async () => {
      const previous = await opened({ policy, suppliers: [supplied(['bad.example'], 2)] })
      const spoilt = supplied(['bad.example'], 3, (text) => text.replace('edition: 3', 'edition: 4'))
      return compiling({ policy, number: 2, suppliers: [spoilt], previous })
    },
    'supplier-left-out': async () => {
      const previous = await opened({ policy, suppliers: [supplied(['bad.example'], 2)] })
      return compiling({ policy, number: 2, suppliers: [], previous })
    },
    'rule-about-illegal': () => {
      const rule = ruleOf('open-it', { verdict: 'allow', about: { categories: ['illegal'] }, to: { everyone: true } })
      return compiling({ policy: policyOf([rule]) })
    },
    clock: () =>
      aWhile({ open: good, clock: () => 0 }, ({ parts: { rulings } }) =>
        assert.equal(rulings.moment(0), rulings.snapshot.compiledAt),
      ),
    calendar: () => {
      const lessons = { id: 'lessons', days: 'school-days', from: '08:50', to: '15:20' } as const
      const ended = policyOf([], {
        times: [lessons],
        calendar: { terms: [{ from: '2026-01-05', to: '2026-02-13' }], closed: [] },
      })
      return aWhile({ open: () => opened({ policy: ended }) }, () => undefined)
    },
    memory: async () => {
      const bytes = await wholeBytes()
      const { events, number } = await live([good, () => fromFile(bytes, () => 1_000)])
      assert.equal(number, 1)
      return events
    },
    'unknown-group': async () => {
      const config = { networks: [{ range: '127.0.0.0/8', group: 'nobody-knows' }] }
      assert.equal((await live([good], { config })).answers, shut)
      return ['']
    },
    'own-fault': () =>
      during({ open: poisoned }, async (gateway) => {
        const { dns = 0, proxy = 0 } = gateway.ports
        assert.equal(told(await askDns(dns, 'poison.example')), 'SERVFAIL')
        assert.match(await throughProxy(proxy, 'http://poison.example/'), /^HTTP\/1\.1 500 /)
        assert.equal(told(await askDns(dns, 'bets.example')), BLOCKED)
        assert.match(await throughProxy(proxy, 'http://bets.example/'), /^HTTP\/1\.1 403 /)
        assert.equal(gateway.parts.events.faults, 2)
        return eventsOf(gateway)
      }),
  }

  for (const { id, happens, told: tells } of FAILURES)
    test(`${happens}: ${id}`, { timeout: 20_000 }, async () => {
      const events = await walks[id]()
      assert.ok(events.includes(tells), `${tells} is told; told were ${events.join(', ')}`)
    })

  test('a mistake over the name inside a tunnel shuts the tunnel and nothing else', async () => {
    const here = await startEverywhere('127.0.0.1')
    const site = await startSite(() => 'server hello')
    await during({ open: poisoned, upstreams: [here.port] }, async ({ ports, parts }) => {
      const tunnel = async (): Promise<Talk> => {
        const talk = new Talk(ports.proxy ?? 0)
        await talk.say(`CONNECT open.example:${site.port} HTTP/1.1\r\nHost: open.example\r\n\r\n`).until(/established/)
        return talk
      }
      const poisonedOne = await tunnel()
      assert.doesNotMatch(
        await poisonedOne.say(await helloFor('poison.example')).untilClosed(),
        /server hello|still open/,
      )
      assert.equal(parts.events.faults, 1)
      const open = await tunnel()
      assert.match(await open.say(await helloFor('other.example')).until(/server hello/), /server hello/)
      open.close()
    })
    site.server.close()
    await here.close()
  })

  test('a mistake over what an upstream answered ends with that question', async () => {
    const [name, data] = ['cloak.example', 'poison.example']
    const cloak = await startUpstream({
      [name]: [
        { type: 'CNAME', name, ttl: 60, data },
        { type: 'A', name: data, ttl: 60, data: '192.0.2.66' },
      ],
    })
    await during({ open: poisoned, upstreams: [cloak.port] }, async ({ ports, parts }) => {
      for (const from of ['the upstream', 'the cache'])
        assert.equal(told(await askDns(ports.dns ?? 0, name)), 'SERVFAIL', from)
      assert.equal(parts.events.faults, 2)
      assert.equal(told(await askDns(ports.dns ?? 0, 'bets.example')), BLOCKED)
    })
    await cloak.close()
  })

  test('little memory left shows on the status page before anything ends', () =>
    during({ freeMemory: () => 1_000_000 }, async ({ ports }) => {
      const page = await (await fetch(`http://127.0.0.1:${ports.status}/health`)).text()
      assert.match(page, /Memory/)
    }))
})
