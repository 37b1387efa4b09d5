import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import fastify from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { accessSchool, GOOD } from '../../src/modules/access/access.examples.js'
import type { AccessSchool } from '../../src/modules/access/access.examples.js'
import { accessPages } from '../../src/modules/access/pages/access-pages.examples.js'
import { frameOf } from '../../src/web/frames.js'
import { testFrame } from '../../src/web/gallery/test-frame.js'
import { installWeb } from '../../src/web/install-web.js'
import { renderPage } from '../../src/web/page.js'
import { assertAccessible, assertFits, keepScreenshot, openBrowser, visitor } from '../browser.js'

let school: AccessSchool
let gallery: FastifyInstance
let browser: Browser
let address: string
let galleryAddress: string

before(async () => {
  // Passkeys need to know the address beforehand; ports of this range are nobody's.
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  address = `http://localhost:${port}`
  school = await accessSchool(null, address)
  await school.app.listen({ port, host: '127.0.0.1' })
  gallery = fastify()
  await installWeb(gallery, {
    assetFolder: new URL('../../../assets', import.meta.url).pathname,
    key: Buffer.alloc(32, 'gallery'),
    secure: false,
    sessionOf: () => null,
    urls: testFrame.urls,
    frame: () => Promise.resolve(testFrame),
  })
  for (const [name, page] of Object.entries(accessPages))
    gallery.get(`/${name}`, async (request, reply) => {
      return reply.type('text/html; charset=utf-8').send(renderPage(page(await frameOf(request))))
    })
  galleryAddress = await gallery.listen({ port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await gallery?.close()
  await school?.close()
})

for (const size of ['narrow', 'desk'] as const)
  test(`every page of signing in fits and can be used by everybody, ${size}`, async () => {
    for (const name of Object.keys(accessPages)) {
      const context = await visitor(browser, { size, dark: size === 'desk' }, galleryAddress)
      const page = await context.newPage()
      await page.goto(`/${name}`)
      await assertFits(page, name)
      await assertAccessible(page, name)
      await keepScreenshot(page, `access/${name}-${size}`)
      await context.close()
    }
  })

/** Types name and password as a person would. */
async function typePassword(page: Page, username: string): Promise<void> {
  await page.goto(`${address}/sign-in/${school.slug}`)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(GOOD)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('a lead signs in, makes a passkey, signs out, and comes back with nothing but the passkey', async () => {
  const context = await visitor(browser, { size: 'phone' }, address)
  const page = await context.newPage()
  const devices = await context.newCDPSession(page)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await typePassword(page, 'amira')
  await page.getByRole('link', { name: 'Set up a passkey instead' }).click()
  await page.getByRole('button', { name: 'Make a passkey on this device' }).click()
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  assert.equal(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^\w{4}-\w{4}-\w{4}$/ })
      .count(),
    10,
  )
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.goto(`${address}/account`)
  await page
    .getByRole('main')
    .getByText(/^Passkey: /)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.goto(`${address}/sign-in/${school.slug}`)
  await page.getByRole('link', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await page.waitForURL('**/today')
  assert.equal(await page.locator('body').innerText(), `in: ${school.lead.id}`)
  await context.close()
})

test('advice comes while a new password is typed', async () => {
  const context = await visitor(browser, { size: 'phone' }, address)
  const page = await context.newPage()
  await typePassword(page, 'cara')
  await page.goto(`${address}/account/password`)
  await page.getByLabel('New password').fill('CaraThorpe2026!')
  await page.getByText('Too easy to guess: it contains your own name').waitFor()
  await page.getByLabel('New password').fill('cactus velvet thimble orbit')
  await page.getByText('Strong enough.').waitFor()
  await context.close()
})

test('all of it works with no JavaScript', async () => {
  const context = await visitor(browser, { size: 'phone', javascript: false }, address)
  const page = await context.newPage()
  await typePassword(page, 'cara')
  await page.waitForURL('**/today')
  await page.goto(`${address}/account/password`)
  await page.getByLabel('Password you have now').fill(GOOD)
  await page.getByLabel('New password').fill('CaraThorpe2026!')
  await page.getByRole('button', { name: 'Save the new password' }).click()
  await page.getByRole('link', { name: /Too easy to guess: it contains your own name/ }).waitFor()
  await page.goto(`${address}/account`)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.waitForURL('**/sign-in/**')
  await context.close()
})
