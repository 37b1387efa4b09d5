import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { makeApp } from '../../src/app.js'
import type { Deps } from '../../src/engine/deps.js'
import { createLog } from '../../src/kernel/log.js'
import { modules } from '../../src/modules.js'
import { buildExample } from '../../src/setup/example/build-example.js'
import { roles } from '../../src/setup/example/roles.js'
import { patternFor, patternsOf } from '../addresses.js'
import { assertAccessible, assertFits, keepScreenshot, openBrowser, sizes, visitor } from '../browser.js'
import { openTestDb, testKeys } from '../database.js'
import type { TestDb } from '../database.js'

/** Pages that no link leads to from a desk, each with the reason. */
const unlinked: Readonly<Record<string, string>> = {}

/** Addresses that answer with a file, a picture or a redirection, not with a page. */
const noPage = /^\/(assets|health|api)\b|\.(svg|pdf|csv|ics|json|png)$|\/(csv|pdf|export)$/

describe('every page of the example school, as everybody who looks around in it', () => {
  let t: TestDb
  let app: FastifyInstance
  let browser: Browser
  let address: string
  const seen = new Set<string>()
  before(async () => {
    t = await openTestDb()
    // The browser lets a session's cookie go by its own clock, so ours must be right.
    t.clock.at(new Date().toISOString())
    const deps: Deps = { db: t.db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null, modules }
    app = await makeApp(deps, createLog({ level: 'silent' }))
    address = await app.listen({ port: 0, host: '127.0.0.1' })
    await buildExample(deps, (story, act) => assert.fail(`${story} was refused its act ${act}`))
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await app.close()
    await t.close()
  })

  /** Whether a page of this pattern is still to be looked at; notes that it was. */
  const isNew = (patterns: readonly string[], url: string): string | null => {
    const pattern = patternFor(patterns, url.split('?')[0] ?? url)
    if (pattern === null || noPage.test(pattern) || seen.has(pattern)) return null
    seen.add(pattern)
    return pattern
  }

  const linksOf = async (page: Page): Promise<readonly string[]> => {
    const links = await page.$$eval('a[href^="/"]', (all) => all.map((link) => link.getAttribute('href') ?? ''))
    return links.map((link) => link.split('#')[0] ?? '').filter((link) => link !== '' && !link.startsWith('/sign-out'))
  }

  /** Opens what can be reached from here by links, once for each pattern, and looks at each on a phone and at a desk. */
  const walk = async (page: Page, from: string, as: string): Promise<void> => {
    const patterns = patternsOf(app, /GET/)
    const waiting = [from]
    const met = new Set(waiting)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const pattern = isNew(patterns, next)
      if (pattern === null) continue
      await look(page, next, `${as} at ${pattern}`)
      const fresh = (await linksOf(page)).filter((link) => !met.has(link))
      for (const link of fresh) met.add(link)
      waiting.push(...new Set(fresh))
    }
  }

  const look = async (page: Page, url: string, where: string): Promise<void> => {
    await page.setViewportSize(sizes.narrow)
    await page.emulateMedia({ colorScheme: 'light' })
    const response = await page.goto(url)
    assert.ok(response && response.status() < 400, `${where}: ${url} answered ${response?.status()}`)
    if (!String(response.headers()['content-type']).includes('text/html')) return
    await assertFits(page, where)
    await assertAccessible(page, `${where}, on a narrow phone`)
    const name = where.replace(/[^a-z0-9]+/gi, '-')
    await keepScreenshot(page, `every-page/${name}-${seen.size}-phone`)
    await page.setViewportSize(sizes.desk)
    await page.emulateMedia({ colorScheme: 'dark' })
    await assertAccessible(page, `${where}, in the dark at a desk`)
    await keepScreenshot(page, `every-page/${name}-${seen.size}-desk`)
  }

  for (const role of [...roles].reverse())
    test(`${role.title.toLowerCase()} can read, reach and hear every page that their links lead to`, async () => {
      const context = await visitor(browser, { size: 'narrow' }, address)
      const page = await context.newPage()
      await page.goto('/example')
      await page.click(`form[action="/example/${role.id}"] button`)
      await page.waitForURL('**/today')
      await walk(page, '/today', role.title)
      await context.close()
    })

  test('so can somebody who is not signed in: child, parent, neighbour', async () => {
    const context = await visitor(browser, { size: 'narrow' }, address)
    const page = await context.newPage()
    for (const from of ['/example', '/sign-in/example', '/bother/example', '/report/example'])
      await walk(page, from, 'A visitor')
    await context.close()
  })

  test('and no page of the product was left out', () => {
    const left = patternsOf(app, /GET/).filter((one) => !noPage.test(one) && !seen.has(one) && !(one in unlinked))
    assert.deepEqual(left, [])
  })
})
