import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Deps } from '../../src/engine/deps.js'
import type { Actor } from '../../src/kernel/actor.js'
import { publicIn } from '../../src/kernel/actor.js'
import { inSchool, reading } from '../../src/kernel/db/in-school.js'
import { thisSchool } from '../../src/kernel/school.js'
import { concernsModule } from '../../src/modules/concerns/module.js'
import { myTasks } from '../../src/modules/communications/index.js'
import { testFrame } from '../../src/web/gallery/test-frame.js'
import { installWeb } from '../../src/web/install-web.js'
import { setActor } from '../../src/web/who.js'
import { assertAccessible, assertFits, keepScreenshot, openBrowser, visitor, type Look } from '../browser.js'
import { openTestDb, testKeys } from '../database.js'
import type { TestDb } from '../database.js'
import { fullSchool } from '../full-school.js'
import type { FullSchool } from '../full-school.js'

let t: TestDb
let school: FullSchool
let slug: string
let app: FastifyInstance
let browser: Browser
let address: string
const actors = new Map<string, Actor>()

before(async () => {
  t = await openTestDb()
  school = await fullSchool(t.db)
  slug = (await reading(t.db, publicIn(school.id), thisSchool)).slug
  for (const post of ['class-teacher', 'dsl']) actors.set(post, await school.as(post))
  await school.add({ kind: 'pupil', given: 'Ash', family: 'Fern', classCode: 'Oak' })
  app = fastify()
  app.addHook('onRequest', (request, _reply, done) => {
    const actor = actors.get(String(request.headers['x-journey-as']))
    if (actor) setActor(request, actor)
    done()
  })
  await installWeb(app, {
    assetFolder: join(import.meta.dirname, '../../../assets'),
    key: testKeys.csrf,
    secure: false,
    sessionOf: () => null,
    urls: testFrame.urls,
    frame: () => Promise.resolve(testFrame),
  })
  concernsModule.routes(app, { db: t.db, keys: testKeys, publicUrl: 'http://localhost' } as unknown as Deps)
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await app?.close()
  await t?.close()
})

async function as(post: string | null, how: Look): Promise<readonly [BrowserContext, Page]> {
  const context = await visitor(browser, how, address)
  if (post) await context.setExtraHTTPHeaders({ 'x-journey-as': post })
  return [context, await context.newPage()]
}

/** A page that everybody can use, that fits its window, and whose picture is kept. */
async function look(page: Page, name: string): Promise<void> {
  // axe and the measuring are JavaScript themselves: without it, that the journey can be made is what is tested.
  if (!name.endsWith('no-javascript')) {
    await assertFits(page, name)
    await assertAccessible(page, name)
  }
  await keepScreenshot(page, `concerns/${name}`)
}

const looks: readonly (readonly [string, Look])[] = [
  ['narrow', { size: 'narrow' }],
  ['phone-dark', { size: 'phone', dark: true }],
  ['desk', { size: 'desk' }],
  ['no-javascript', { size: 'phone', javascript: false }],
]

for (const [name, how] of looks)
  test(`a teacher reports in four screens, and the lead decides, ${name}`, async () => {
    const [context, page] = await as('class-teacher', how)
    await page.goto('/report')
    await look(page, `first-${name}`)
    await page.getByLabel('No', { exact: true }).check()
    await page.getByRole('button', { name: 'Start' }).click()
    await look(page, `what-${name}`)
    await page.getByRole('button', { name: /^Next/ }).click()
    await look(page, `what-error-${name}`)
    await page.getByLabel('What happened?').fill(`Ash said: “It was ${name}.”`)
    await page.getByRole('button', { name: /^Next/ }).click()
    await page.getByLabel('Search by part of a name').fill('fern')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByLabel('Ash Fern').first().check()
    await page.getByLabel('How was Ash Fern involved?').selectOption('harmed')
    await look(page, `who-${name}`)
    await page.getByRole('button', { name: /^Next/ }).click()
    await look(page, `check-${name}`)
    await page.getByRole('button', { name: 'Send this report' }).click()
    await look(page, `sent-${name}`)
    const reference = /C-[A-Z0-9]{4}-[A-Z0-9]{2}/.exec(await page.locator('main').innerText())?.[0] ?? ''
    await page.goto('/report/mine')
    await look(page, `mine-${name}`)
    await context.close()

    const [desk, lead] = await as('dsl', how)
    await lead.goto('/concerns')
    await look(lead, `inbox-${name}`)
    await lead.getByRole('link', { name: reference }).click()
    await look(lead, `concern-${name}`)
    await lead.getByRole('button', { name: 'I have read this and it is mine' }).click()
    await lead.getByLabel('What kind of risk is it?').selectOption('conduct/online-bullying')
    await lead.getByLabel('Advise only').check()
    await lead.getByRole('button', { name: 'Decide' }).click()
    await look(lead, `concern-error-${name}`)
    await lead.getByLabel('What did you advise, and whom?').fill('Talked to Ash and to home.')
    await lead.getByRole('button', { name: 'Decide' }).click()
    assert.match(await lead.locator('main').innerText(), /Talked to Ash and to home/)
    await lead.goto('/concerns/search')
    await lead.getByLabel('Search in concerns').fill(reference)
    await lead.getByRole('button', { name: 'Search', exact: true }).click()
    await look(lead, `search-${name}`)
    await desk.close()
  })

test('a dead connection loses nothing: what was typed is there after a reload and can be sent', async () => {
  const [context, page] = await as('class-teacher', { size: 'phone' })
  await page.goto('/report')
  await page.getByLabel('No', { exact: true }).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await context.setOffline(true)
  await page.getByLabel('What happened?').fill('Typed in the tunnel.')
  await page.getByText(/Kept on this device/).waitFor()
  await context.setOffline(false)
  await page.reload()
  assert.equal(await page.getByLabel('What happened?').inputValue(), 'Typed in the tunnel.')
  await page.getByRole('button', { name: /^Next/ }).click()
  assert.match(page.url(), /\/who$/)
  await context.close()
})

test('a neighbour tells, checks, sends, and comes back with three words', async () => {
  const [context, page] = await as(null, { size: 'narrow' })
  await page.goto(`/report/${slug}`)
  await look(page, 'public-form')
  await page.getByLabel('No', { exact: true }).check()
  await page.getByLabel('What happened?').fill('I saw it at the bus stop.')
  await page.getByRole('button', { name: /^Next/ }).click()
  await look(page, 'public-check')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await look(page, 'public-sent')
  const words = (await page.locator('.hedgerow-words').innerText()).split(' · ')
  await page.goto(`/report/${slug}/return`)
  await look(page, 'public-return')
  for (const [at, word] of words.entries()) await page.locator(`#word-${at + 1}`).fill(word)
  await page.getByRole('button', { name: 'Open' }).click()
  await look(page, 'public-talk')
  await context.close()
})

test('a child tells in three taps, and the lead owes an answer', async () => {
  const [context, page] = await as(null, { size: 'phone' })
  await page.goto(`/bother/${slug}`)
  await page.getByRole('link', { name: /Tell us here/ }).click()
  await page.locator('label', { hasText: 'Somebody was unkind' }).first().click()
  await page.getByRole('button', { name: 'Send it now' }).click()
  assert.equal(await page.locator('#words li').count(), 3)
  await keepScreenshot(page, 'concerns/bother-sent')
  await context.close()
  const dsl = actors.get('dsl')
  assert.ok(dsl)
  const tasks = await inSchool(t.db, dsl, myTasks)
  assert.ok(tasks.some(({ words }) => words === 'Answer a child'))
})
