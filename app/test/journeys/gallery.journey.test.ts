import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { formGalleryPages } from '../../src/engine/forms/forms.gallery.js'
import { galleryPages } from '../../src/web/gallery/pages.js'
import { testFrame } from '../../src/web/gallery/test-frame.js'
import { frameOf } from '../../src/web/frames.js'
import { installWeb } from '../../src/web/install-web.js'
import { renderPage } from '../../src/web/page.js'
import { assertAccessible, assertFits, keepScreenshot, openBrowser, visitor, type Look } from '../browser.js'

const pages = { ...galleryPages, ...formGalleryPages }
const looks: readonly Look[] = [
  { size: 'narrow' },
  { size: 'narrow', dark: true },
  { size: 'desk' },
  { size: 'desk', dark: true },
]

let app: FastifyInstance
let browser: Browser
let address: string

/** The gallery on a server of its own, with the product's headers and assets. */
before(async () => {
  app = fastify()
  await installWeb(app, {
    assetFolder: join(import.meta.dirname, '../../../assets'),
    key: Buffer.alloc(32, 'gallery'),
    secure: false,
    sessionOf: () => null,
    urls: testFrame.urls,
    frame: () => Promise.resolve(testFrame),
  })
  for (const [name, page] of Object.entries(pages))
    app.get(`/${name}`, async (request, reply) => {
      return reply.type('text/html; charset=utf-8').send(renderPage(page(await frameOf(request))))
    })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await app?.close()
})

/** Opens a page, and fails on anything that the browser complains of: a broken script, a thing the policy refused. */
async function openPage(name: string, look: Look, visit: (page: Page) => Promise<void>): Promise<void> {
  const context = await visitor(browser, look, address)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`/${name}`)
  await visit(page)
  await context.close()
  assert.deepEqual(complaints, [], `the browser has nothing to complain of on ${name}`)
}

for (const look of looks) {
  const words = `${look.size}${look.dark ? ', dark' : ''}`
  test(`every page of the gallery is accessible and fits: ${words}`, async () => {
    for (const name of Object.keys(pages))
      await openPage(name, look, async (page) => {
        await keepScreenshot(page, `gallery/${name}-${look.size}${look.dark ? '-dark' : ''}`)
        await assertAccessible(page, `${name}, ${words}`)
        await assertFits(page, `${name}, ${words}`)
      })
  })
}

test('without JavaScript every part of a form is in sight', async () => {
  await openPage('form-empty', { size: 'phone', javascript: false }, async (page) => {
    assert.ok(await page.getByLabel('Which game, app or website?').isVisible())
    assert.ok(await page.getByRole('button', { name: 'Leave this page' }).isVisible())
  })
})

test('with JavaScript a question hanging on another opens with its answer', async () => {
  await openPage('form-empty', { size: 'phone' }, async (page) => {
    assert.equal(await page.getByLabel('Which game, app or website?').isVisible(), false)
    await page.getByLabel('Online').check()
    assert.ok(await page.getByLabel('Which game, app or website?').isVisible())
  })
})

test('what is typed is kept in the browser, sealed, and comes back after a reload', async () => {
  await openPage('form-empty', { size: 'phone' }, async (page) => {
    await page.getByLabel('What happened?').fill('A secret account')
    await page.getByLabel('Online').check()
    await page.getByLabel('Your password').fill('hunter2')
    await page.getByText('Kept on this device').waitFor()
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
    )
    assert.match(kept, /hedgerow-draft:gallery/)
    assert.doesNotMatch(kept, /secret account|hunter2/)
    await page.reload()
    await page.waitForFunction(() => document.querySelector('textarea')?.value !== '')
    assert.equal(await page.getByLabel('What happened?').inputValue(), 'A secret account')
    assert.ok(await page.getByLabel('Which game, app or website?').isVisible(), 'and what hangs on an answer is open')
    assert.equal(await page.getByLabel('Your password').inputValue(), '')
  })
})

test('one key blurs a page about a child and takes it out of reach, and the same again brings it back', async () => {
  await openPage('case', { size: 'desk' }, async (page) => {
    await page.keyboard.press('b')
    await keepScreenshot(page, 'gallery/case-blurred')
    assert.equal(await page.locator('main').getAttribute('inert'), '')
    await page.keyboard.press('b')
    assert.equal(await page.locator('main').getAttribute('inert'), null)
  })
})

test('Escape three times, or Shift three times, leaves the page', async () => {
  for (const key of ['Escape', 'Shift'])
    await openPage('form-empty', { size: 'phone' }, async (page) => {
      await page.route('**/bitesize', (route) => route.fulfill({ contentType: 'text/html', body: '<p>Elsewhere' }))
      for (let i = 0; i < 3; i++) await page.keyboard.press(key)
      await page.waitForURL('**/bitesize')
    })
})

test('a first visit costs at most 100 KB over the wire', async () => {
  const context = await visitor(browser, { size: 'phone' }, address)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength))
  await page.goto('/form-wrong', { waitUntil: 'networkidle' })
  await context.close()
  assert.ok(bytes > 20_000, 'the assets were counted')
  assert.ok(bytes <= 100_000, `${bytes} bytes`)
})
