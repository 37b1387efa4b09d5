import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { lookerInto } from '../browser.js'
import { openExampleApp } from '../example-app.js'
import type { ExampleApp } from '../example-app.js'

let example: ExampleApp
before(async () => void (example = await openExampleApp()))
after(() => example?.close())

const look = lookerInto('desk')

/** Signs at the desk's tablet, and stays on the page that thanks. */
async function signsIn(tablet: Page, name: string, kind: string): Promise<void> {
  await tablet.getByLabel('Your full name').fill(name)
  await tablet.getByLabel(kind).check()
  await tablet.getByLabel('Yes').check()
  await tablet.getByRole('button', { name: 'Sign' }).click()
  await tablet.getByText(`Thank you, ${name}`).waitFor()
}

test('a visitor signs at the desk and gets a pass; an organisation’s waits until the headteacher accepts it', async () => {
  const [leading, head] = await example.be('headteacher', { size: 'narrow' })
  await head.goto('/agreements/visitors')
  await head.getByRole('button', { name: 'Start the desk for today' }).click()
  const code = (await head.locator('.agreement-tablet-code').textContent()) ?? ''
  const [standing, tablet] = await example.visit({ size: 'desk' })
  await tablet.goto('/class/example')
  await tablet.getByLabel('It is on the screen of whoever gave you this').fill(code)
  await tablet.getByRole('button', { name: 'Go on' }).click()
  await tablet.getByRole('button', { name: 'Sign' }).click()
  await tablet.getByText('Write your full name').first().waitFor()
  await look(tablet, 'errors')
  await signsIn(tablet, 'Perpetua Brambling', 'A visitor')
  await look(tablet, 'pass')
  const pass = (await tablet.locator('main').innerText()).match(/\b[0-9A-Z]{8}\b/)?.[0] ?? assert.fail('no pass')
  await tablet.getByRole('button', { name: 'Next visitor' }).click()
  await signsIn(tablet, 'Tamsin Thrush', 'Signing for an organisation')
  await look(tablet, 'waits')
  await standing.close()

  await head.goto('/agreements/visitors')
  await head.getByText(pass).waitFor()
  await look(head, 'visitors')
  await head.goto('/today')
  await head.getByRole('link', { name: /Accept a signature.*Tamsin Thrush/ }).click()
  await look(head, 'acceptance')
  await head.getByRole('button', { name: 'Accept this signature' }).click()
  await head.goto('/agreements/visitors')
  assert.equal(await head.getByText(/Guest pass [0-9A-Z]{8}/).count(), 2)
  await head.getByRole('button', { name: 'Perpetua Brambling has left' }).click()
  await head.waitForURL('**/agreements/visitors')
  assert.equal(await head.getByText(/Guest pass [0-9A-Z]{8}/).count(), 1, 'a pass ends with its visit')
  await leading.close()
})
