import assert from 'node:assert/strict'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { makeApp } from '../src/app.js'
import type { Deps } from '../src/engine/deps.js'
import type { SchoolId } from '../src/kernel/ids.js'
import { createLog } from '../src/kernel/log.js'
import { modules } from '../src/modules.js'
import { buildExample } from '../src/setup/example/build-example.js'
import { openBrowser, visitor } from './browser.js'
import type { Look } from './browser.js'
import { openTestDb, testKeys } from './database.js'
import type { TestDb } from './database.js'

/** The whole product with its example school, on an address of its own, and a browser to use it with. */
export interface ExampleApp {
  readonly t: TestDb
  readonly deps: Deps
  readonly school: SchoolId
  readonly app: FastifyInstance
  readonly browser: Browser
  readonly address: string
  /** A browser of its own, with nobody signed in. */
  readonly visit: (look: Look) => Promise<readonly [BrowserContext, Page]>
  /** The same, looking around as one of the example's roles: 'teacher', 'dsl'. */
  readonly be: (role: string, look: Look) => Promise<readonly [BrowserContext, Page]>
  readonly close: () => Promise<void>
}

/** Starts it all; some ten seconds. The clock stands at this moment, because a browser lets cookies go by its own. */
export async function openExampleApp(): Promise<ExampleApp> {
  const t = await openTestDb()
  t.clock.at(new Date().toISOString())
  const deps: Deps = { db: t.db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null, modules }
  const app = await makeApp(deps, createLog({ level: 'silent' }))
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const school = await buildExample(deps, (story, act) => assert.fail(`${story} was refused its act ${act}`))
  const browser = await openBrowser()
  const visit: ExampleApp['visit'] = async (look) => {
    const context = await visitor(browser, look, address)
    // What is not there after ten seconds will not come: the test then says what it looked for.
    context.setDefaultTimeout(10_000)
    return [context, await context.newPage()]
  }
  const be: ExampleApp['be'] = async (role, look) => {
    const [context, page] = await visit(look)
    await page.goto('/example')
    await page.click(`form[action="/example/${role}"] button`)
    await page.waitForURL('**/today')
    return [context, page]
  }
  const close = async () => {
    await browser.close()
    await app.close()
    await t.close()
  }
  return { t, deps, school, app, browser, address, visit, be, close }
}
