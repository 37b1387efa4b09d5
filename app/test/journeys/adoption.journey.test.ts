import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { londonDate } from '../../src/kernel/calendar/london.js'
import { openDraft, takeStep } from '../../src/modules/policy/index.js'
import { actingIn } from '../../src/setup/example/acting-as.js'
import { assertAccessible, assertFits, keepScreenshot } from '../browser.js'
import type { Look } from '../browser.js'
import { openExampleApp } from '../example-app.js'
import type { ExampleApp } from '../example-app.js'

let example: ExampleApp
before(async () => void (example = await openExampleApp()))
after(() => example?.close())

/** A page that everybody can use, that fits its window, and whose picture is kept. */
async function look(page: Page, name: string): Promise<void> {
  await assertFits(page, name)
  await assertAccessible(page, name)
  await keepScreenshot(page, `adoption/${name}`)
}

const phone: Look = { size: 'narrow' }

/** Does something in the browser as one of the roles, and leaves. */
async function as(role: string, work: (page: Page) => Promise<void>): Promise<void> {
  const [context, page] = await example.be(role, phone)
  await work(page)
  await context.close()
}

/** Those of the school whom nobody can look around as take their step by the same command that the page gives. */
const takes = (post: string, step: string, meeting: boolean) =>
  actingIn(example.deps.db, example.school)(londonDate(example.t.clock.now()), post, async (tx) => {
    const hash = (await openDraft(tx))?.content_hash ?? ''
    const minutes = meeting ? { meetingOn: londonDate(tx.now), minute: '4.1' } : { meetingOn: null, minute: null }
    await takeStep(tx, { step, hash, outcome: 'done', ...minutes, note: null })
  })

test('the next version goes from its draft to force only by everybody’s act, and the page says what is missing', async () => {
  await as('dsl', async (page) => {
    await page.goto('/policy/next')
    await look(page, 'draft')
    await settleAll(page)
    await page.getByRole('link', { name: 'Submit it' }).click()
    await page.getByRole('button', { name: 'Submit it' }).click()
    await look(page, 'submit-missing')
    await page.getByRole('textbox').first().fill('It is current, and the council has read it with us.')
    await page.getByRole('button', { name: 'Submit it' }).click()
    await page.waitForURL('**/policy/next')
    await look(page, 'submitted')
    assert.equal(await page.getByRole('link', { name: 'Put it in force' }).count(), 0)
  })
  await as('headteacher', async (page) => {
    await page.goto('/policy/next/force')
    await look(page, 'force-too-early')
    await page.getByRole('button', { name: 'Put it in force' }).click()
    await page.getByText('It cannot take force yet').first().waitFor()
    await look(page, 'force-refused')
  })
  await as('technician', (page) => takesStep(page, 'technical-review'))
  await as('headteacher', (page) => takesStep(page, 'agreed'))
  await takes('deputy-headteacher', 'agreed', false)
  await as('governor', (page) => takesStep(page, 'approved'))
  await takes('chair-of-governors', 'approved', true)
  await as('headteacher', async (page) => {
    await page.goto('/policy/next')
    await page.getByRole('link', { name: 'Put it in force' }).click()
    await page.getByRole('button', { name: 'Put it in force' }).click()
    await page.waitForURL('**/policy/versions')
    await page.getByText('Version 3').first().waitFor()
    await look(page, 'in-force')
  })
  await as('teacher', async (page) => {
    await page.goto('/policy/reach')
    await page.getByText('You have not said yet that you have read this version').waitFor()
    await look(page, 'to-read')
  })
})

/** Answers every comment that waits for a word. */
async function settleAll(page: Page): Promise<void> {
  const waiting = page.locator('li', { hasText: 'No answer yet' })
  for (let left = await waiting.count(); left > 0; left--) {
    await waiting.first().getByRole('link', { name: 'Say what was done' }).click()
    await page.getByLabel('Nothing was changed').check()
    await page.getByLabel('Why, in words for whoever said it').fill('We keep it as it is, and say so to them.')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/policy/next')
  }
}

async function takesStep(page: Page, step: string): Promise<void> {
  await page.goto(`/policy/next/steps/${step}`)
  await look(page, `step-${step}`)
  await page.getByRole('radio').first().check()
  if ((await page.getByLabel('Minute').count()) > 0) {
    const today = londonDate(example.t.clock.now())
    await page.getByLabel('Day', { exact: true }).fill(String(today.day))
    await page.getByLabel('Month', { exact: true }).fill(String(today.month))
    await page.getByLabel('Year', { exact: true }).fill(String(today.year))
    await page.getByLabel('Minute').fill('4.1')
  }
  await page.getByRole('button', { name: 'Record it under my name' }).click()
  await page.waitForURL('**/policy/next')
}
