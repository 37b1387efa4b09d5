import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { londonDate } from '../../src/kernel/calendar/london.js'
import { openDraft, takeStep } from '../../src/modules/policy/index.js'
import { actingIn } from '../../src/setup/example/acting-as.js'
import { lookerInto } from '../browser.js'
import type { Look } from '../browser.js'
import { openExampleApp } from '../example-app.js'
import type { ExampleApp } from '../example-app.js'

let example: ExampleApp
before(async () => void (example = await openExampleApp()))
after(() => example?.close())

const look = lookerInto('adoption')
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

test('a school adds a promise of its own, takes one out, and asks its staff before the governors', async () => {
  await as('dsl', async (page) => {
    await page.goto('/policy/next')
    await page.getByText(/^3\. Telling/).click()
    await page.getByRole('link', { name: 'Add a promise of your own to “Telling somebody”' }).click()
    await page.getByRole('button', { name: 'Add it' }).click()
    await look(page, 'own-promise-errors')
    await page.getByLabel('In full').fill('A worry box stands in every corridor and is emptied each school day.')
    await page.getByLabel('In plain words').fill('There is a worry box in every corridor.')
    await page.getByLabel('Why does the school promise this?').fill('The school council asked for it.')
    await page.getByLabel('Class teacher').check()
    await page.getByLabel('Somebody looks').check()
    await page.getByLabel('Who looks?').selectOption('dsl')
    await page.getByLabel('Every term').check()
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.waitForURL('**/policy/next')
    await page.getByText('1 promise is new').waitFor()
    await look(page, 'own-promise')
  })
  await as('dsl', async (page) => {
    await page.goto('/policy/next/promises/needs-known')
    await look(page, 'promise')
    await page.getByRole('link', { name: 'Take this promise out' }).click()
    await page.getByLabel('Why?').fill('Another policy of ours says it.')
    await look(page, 'take-out')
    await page.getByRole('button', { name: 'Take it out' }).click()
    await page.getByText('Why: Another policy of ours says it.').waitFor()
    await page.getByRole('button', { name: /^Keep it after all/ }).click()
    await page.waitForURL('**/policy/next')
    assert.equal(await page.getByRole('button', { name: /^Keep it after all/ }).count(), 0)
  })
  await as('dsl', async (page) => {
    await page.goto('/policy/next/adoption/new')
    await page.getByLabel('What is it called?').fill('Agreed by the staff')
    await page.getByLabel('Agreed', { exact: true }).check()
    await page.getByLabel('Everyone who works here').check()
    await page.getByLabel('Yes').check()
    await page.getByLabel('How many of them must?').fill('several')
    await page.getByLabel('Why is it asked for?').fill('They keep it.')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByText('Give a number from 1 to 50').first().waitFor()
    await look(page, 'step-errors')
    await page.getByLabel('How many of them must?').fill('3')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.waitForURL('**/policy/next')
    await page.getByText('agreed by the staff (3 people)').waitFor()
  })
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
