import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { assertAccessible, assertFits, keepScreenshot, sizes } from '../../../app/test/browser.js'
import { chromiumPolicy } from '../src/exports/chromium.js'
import { pacExport } from '../src/exports/pac.js'
import { ruledNames, type Ruling } from '../src/exports/ruled-names.js'
import type { Gateway } from '../src/serve/gateway.js'
import { openChromium, visit } from './chromium.js'
import { startGateway } from './school-gateway.js'
import { startUpstream, type TestUpstream } from './upstream.js'

/** Addresses of this machine's own where ports 53 and 80 are free, other ones in every run. */
const PLACE = `127.83.${(process.pid >> 8) & 255}.${(process.pid & 63) * 2 + 1}`
const SITE = `127.84.${(process.pid >> 8) & 255}.1`

/** The narrowest window, a phone at night, a desk by day. */
const LOOKS = [
  ['narrow', 'light'],
  ['phone', 'dark'],
  ['phone', 'light'],
  ['desk', 'light'],
] as const
const BLOCKED = /about betting/
const here = (name: string) => [{ type: 'A', name, ttl: 60, data: SITE } as const]

/** CI is root. Other accounts may use no port below 1024 and mount nothing; the end counts what was left out. */
const skip = process.getuid?.() === 0 ? false : 'it needs ports 53 and 80 and mounts of its own: run it as root'

describe('a real browser behind the filter', () => {
  let upstream: TestUpstream
  let gateway: Gateway
  const site = createServer((_, response) => response.end('<!doctype html><title>Open</title><p>An open site</p>'))
  let open: string

  before(async () => {
    if (skip !== false) return
    upstream = await startUpstream({
      'open.example': here('open.example'),
      'help.bets.example': here('help.bets.example'),
    })
    await new Promise<void>((resolve) => site.listen(0, SITE, resolve))
    open = `open.example:${(site.address() as AddressInfo).port}`
    gateway = await startGateway({
      upstreams: [upstream.port],
      config: {
        dns: { listen: `${PLACE}:53`, upstreams: [`127.0.0.1:${upstream.port}`], pageAddresses: [PLACE] },
        page: {
          listen: `${PLACE}:80`,
          tellUrl: 'https://hedgerow.example/bother/hazel-lane',
          askUrl: 'https://hedgerow.example/ask',
          help: ['Any grown-up in school', 'Childline: 0800 1111 (free, day and night)'],
        },
      },
    })
  })
  after(async () => {
    if (skip !== false) return
    site.close()
    await upstream.close()
    await gateway.stop()
  })

  test('through the proxy sees open sites, and the block page in place of blocked ones', { skip }, async () => {
    const browser = await openChromium({ args: [`--proxy-server=127.0.0.1:${gateway.ports.proxy}`] })
    try {
      for (const [size, colorScheme] of LOOKS) {
        const context = await browser.newContext({ viewport: sizes[size], colorScheme })
        const page = await context.newPage()
        assert.match(await visit(page, `http://${open}/`), /An open site/)
        assert.match(await visit(page, 'http://www.bets.example/'), BLOCKED)
        await assertFits(page, size)
        await assertAccessible(page, size)
        await keepScreenshot(page, `block-page-${size}-${colorScheme}`)
        await context.close()
      }
      const page = await browser.newPage()
      assert.equal(await visit(page, 'https://www.bets.example/'), 'ERR_TUNNEL_CONNECTION_FAILED')
    } finally {
      await browser.close()
    }
  })

  test('with only its name server pointed here sees the same', { skip }, async () => {
    const browser = await openChromium({ nameServer: PLACE })
    try {
      const page = await browser.newPage()
      assert.match(await visit(page, `http://${open}/`), /An open site/)
      assert.match(await visit(page, 'http://www.bets.example/'), BLOCKED)
      assert.equal(await visit(page, 'https://www.bets.example/'), 'ERR_CONNECTION_REFUSED')
    } finally {
      await browser.close()
    }
  })

  const rule = (host: string): Ruling =>
    host === 'only.example' || (/(^|\.)bets\.example$/.test(host) && !/(^|\.)help\.bets\.example$/.test(host))
      ? 'blocked'
      : 'open'
  const names = ruledNames(['bets.example', 'help.bets.example', 'only.example'], rule)
  const asked = [
    'bets.example',
    'www.bets.example',
    'help.bets.example',
    'a.help.bets.example',
    'only.example',
    'www.only.example',
    'open.example',
  ]

  test('with the PAC export sends what is blocked to the proxy, and the rest straight', { skip }, async () => {
    const [pac] = pacExport(names, `127.0.0.1:${gateway.ports.proxy}`).files
    const [, port] = open.split(':')
    const browser = await openChromium({
      args: [
        `--proxy-pac-url=data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(pac?.text ?? '').toString('base64')}`,
        `--host-resolver-rules=MAP * ${SITE}, EXCLUDE 127.0.0.1`,
      ],
    })
    try {
      const page = await browser.newPage()
      for (const host of asked.filter((one) => one !== 'only.example'))
        assert.match(
          await visit(page, `http://${host}:${port}/`),
          rule(host) === 'open' ? /An open site/ : BLOCKED,
          host,
        )
    } finally {
      await browser.close()
    }
  })

  test('with the managed policy export gives the same answers by itself', { skip }, async () => {
    const [, port] = open.split(':')
    const browser = await openChromium({
      policy: chromiumPolicy(names).files[0]?.text ?? '',
      args: [`--host-resolver-rules=MAP * ${SITE}, EXCLUDE 127.0.0.1`],
    })
    try {
      for (const host of asked) {
        const expected = rule(host) === 'open' ? /An open site/ : /ERR_BLOCKED_BY_ADMINISTRATOR/
        const page = await browser.newPage()
        assert.match(await visit(page, `http://${host}:${port}/`), expected, host)
      }
    } finally {
      await browser.close()
    }
  })
})
