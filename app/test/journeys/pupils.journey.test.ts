import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fastify, { type FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { botherButtonSvg } from '../../src/modules/concerns/pages/bother/bother-button.js'
import { exampleFrame } from '../../src/modules/concerns/pages/bother/bother.examples.js'
import { botherPages } from '../../src/modules/concerns/pages/bother/pages.examples.js'
import { frameOf } from '../../src/web/frames.js'
import { installWeb } from '../../src/web/install-web.js'
import { renderPage } from '../../src/web/page.js'
import { assertAccessible, assertFits, keepScreenshot, openBrowser, visitor, type Look } from '../browser.js'

const names = Object.keys(botherPages(exampleFrame))
const looks: readonly Look[] = [
  { size: 'narrow' },
  { size: 'narrow', dark: true },
  { size: 'desk' },
  { size: 'desk', dark: true },
]

let app: FastifyInstance
let browser: Browser
let address: string
/** What was posted, in order: the body of each form. */
const posted: string[] = []
/** Every address that a browser asked for. */
const asked: string[] = []

/** The Bother pages on a server of their own, with the product's headers and assets. */
before(async () => {
  app = fastify()
  await installWeb(app, {
    assetFolder: join(import.meta.dirname, '../../../assets'),
    key: Buffer.alloc(32, 'pupils'),
    secure: false,
    sessionOf: () => null,
    urls: exampleFrame.urls,
    frame: () => Promise.resolve(exampleFrame),
  })
  app.addHook('onRequest', async (request) => void asked.push(request.url))
  app.get('/bother/button.svg', (_, reply) => reply.type('image/svg+xml').send(botherButtonSvg()))
  app.get<{ Params: { name: string } }>('/:name', async (request, reply) => {
    const page = botherPages(await frameOf(request))[request.params.name]
    if (!page) return reply.code(404).send()
    return reply.type('text/html; charset=utf-8').send(renderPage(page))
  })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await app?.close()
})

/** A visitor's page that catches what is posted and fails on anything that the browser complains of. */
async function visit(look: Look, journey: (page: Page) => Promise<void>): Promise<void> {
  const context = await visitor(browser, look, address)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await context.route('**/bother/**', (route) => {
    const body = route.request().postData()
    if (body === null) return route.continue()
    posted.push(body)
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Received</title>' })
  })
  await context.route('**/bitesize', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' }),
  )
  await journey(page)
  await context.close()
  assert.deepEqual(complaints, [], 'the browser has nothing to complain of')
}

/** The same, beginning at one page. */
async function openPage(name: string, look: Look, journey: (page: Page) => Promise<void>): Promise<void> {
  await visit(look, async (page) => {
    await page.goto(`/${name}`)
    await journey(page)
  })
}

/** Puts voices into the browser, which has none of its own when no one is looking; keeps what each was asked to say. */
async function withVoices(page: Page, voices: readonly { lang: string; localService: boolean }[]): Promise<void> {
  await page.addInitScript((given) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    Object.assign(globalThis, {
      SpeechSynthesisUtterance: function (this: { text: string }, text: string) {
        this.text = text
      },
    })
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        getVoices: () => given,
        speak: ({ text }: { text: string }) => said.push(text),
        cancel: () => said.push('(stop)'),
        addEventListener() {},
      },
    })
  }, voices)
}

const saidOn = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said)

for (const look of looks) {
  const words = `${look.size}${look.dark ? ', dark' : ''}`
  test(`every page for pupils is accessible and fits: ${words}`, async () => {
    await visit(look, async (page) => {
      for (const name of names) {
        await page.goto(`/${name}`)
        await keepScreenshot(page, `pupils/${name}-${look.size}${look.dark ? '-dark' : ''}`)
        await assertAccessible(page, `${name}, ${words}`)
        await assertFits(page, `${name}, ${words}`)
      }
    })
  })
}

test('with no JavaScript a child tells in three taps, and no button is shown that would do nothing', async () => {
  posted.length = 0
  await openPage('tell-what', { size: 'phone', javascript: false }, async (page) => {
    assert.equal(await page.locator('.read-aloud:visible').count(), 0)
    await page.getByRole('checkbox', { name: 'Somebody was unkind' }).check()
    await page.getByRole('button', { name: 'Send it now' }).click()
    await page.waitForURL('**/bother/tell')
  })
  assert.equal(posted.length, 1)
  assert.match(posted[0] ?? '', /bothers=unkind/)
  assert.match(posted[0] ?? '', /go=send/)
})

test('what matters on a page is large enough for small fingers', async () => {
  for (const name of ['start', 'tell-what', 'tell-who', 'tell-name', 'tell-wish', 'tell-check', 'return'])
    await openPage(name, { size: 'phone' }, async (page) => {
      const main = page.locator('main :is(.tile, .button:not(.button-quiet, .button-plain), .return-link, [type=text])')
      for (const box of await main.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON())))
        assert.ok(box.height >= 87.9 && box.width >= 88, `${name}: ${box.width} by ${box.height}`)
      const others = page.locator('body.pupil :is(a, button):visible:not(.keeps a, .skip)')
      for (const box of await others.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON())))
        assert.ok(box.height >= 44, `${name}: ${box.height} high`)
    })
})

test('a page reads itself aloud, line by line, with a voice on the device, and stops when asked again', async () => {
  const context = await visitor(browser, { size: 'phone' }, address)
  const page = await context.newPage()
  await withVoices(page, [
    { lang: 'en-GB', localService: false },
    { lang: 'en_US', localService: true },
  ])
  await page.goto('/start')
  await page.getByRole('button', { name: 'Read this to me', exact: true }).click()
  const said = (await saidOn(page)).filter((line) => line !== '(stop)')
  assert.deepEqual(said.slice(0, 2), ['Is something bothering you?', 'It is good to tell. You can choose how.'])
  assert.ok(said.includes('Put it away.'))
  await page.getByRole('button', { name: 'Read this to me', exact: true }).click()
  assert.equal((await saidOn(page)).at(-1), '(stop)')
  assert.equal(await page.locator('[aria-pressed=true]').count(), 0)
  await context.close()
})

test('where the only voices are in a cloud, nothing is read and no loudspeaker is shown', async () => {
  const context = await visitor(browser, { size: 'phone' }, address)
  const page = await context.newPage()
  await withVoices(page, [{ lang: 'en-GB', localService: false }])
  await page.goto('/start')
  await page.waitForLoadState('networkidle')
  assert.equal(await page.locator('.read-aloud:visible').count(), 0)
  await context.close()
})

test('leaving blanks the page and takes its place in the history', async () => {
  for (const way of ['link', 'escape'] as const)
    await openPage('start', { size: 'phone' }, async (page) => {
      await page.goto('/tell-what')
      await page.locator('textarea').fill('Something private')
      if (way === 'link') await page.getByRole('link', { name: 'Leave this page' }).click()
      else for (let i = 0; i < 3; i += 1) await page.keyboard.press('Escape')
      await page.waitForURL('**/bitesize')
      await page.goBack()
      assert.match(page.url(), /\/start$/, 'the page that was left is not in the history')
    })
})

test('the slip’s secret reaches the form and never the server’s address, the history or a log', async () => {
  posted.length = 0
  asked.length = 0
  const secret = 'q-NvT4yXb1Jm_0aGZp9KcQ'
  await openPage(`return#slip=${secret}`, { size: 'phone' }, async (page) => {
    await page.waitForURL('**/bother/return')
    await page.goBack()
    assert.doesNotMatch(page.url(), /slip/)
  })
  assert.match(posted[0] ?? '', new RegExp(`slip=${secret}`))
  assert.ok(asked.length > 0 && !asked.some((url) => url.includes(secret)))
})

test('the waiting page sends what it holds by itself, and says so only then', async () => {
  posted.length = 0
  await openPage('busy', { size: 'phone', javascript: false }, async (page) => {
    assert.equal(await page.getByText('It will send by itself').isVisible(), false)
  })
  const context = await visitor(browser, { size: 'phone' }, address)
  const page = await context.newPage()
  await page.clock.install()
  await page.route('**/bother/tell', (route) => {
    posted.push(route.request().postData() ?? '')
    return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Received</title>' })
  })
  await page.goto('/busy')
  assert.ok(await page.getByText('It will send by itself').isVisible())
  await page.clock.runFor(7_000)
  assert.equal(posted.length, 0)
  await page.clock.runFor(2_000)
  await page.waitForURL('**/bother/tell')
  assert.match(posted[0] ?? '', /told=Someone\+keeps\+saying/)
  await context.close()
})

test('the slip prints alone, on one sheet, and so does the poster', async () => {
  const context = await visitor(browser, { size: 'desk' }, address)
  const page = await context.newPage()
  for (const name of ['sent', 'poster']) {
    await page.goto(`/${name}`)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1, name)
  }
  await page.goto('/sent')
  await page.emulateMedia({ media: 'print' })
  assert.ok(await page.locator('.slip').isVisible())
  assert.equal(await page.locator('h1').isVisible(), false)
  await context.close()
})

test('a first visit costs at most 100 KB over the wire', async () => {
  const context = await visitor(browser, { size: 'phone' }, address)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength))
  await page.goto('/start', { waitUntil: 'networkidle' })
  await context.close()
  assert.ok(bytes > 20_000, 'the assets were counted')
  assert.ok(bytes <= 100_000, `${bytes} bytes`)
})
