import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { workerIn } from '../../src/kernel/actor.js'
import { reading } from '../../src/kernel/db/in-school.js'
import { tables } from '../../src/kernel/db/tx.js'
import { lookerInto } from '../browser.js'
import { openExampleApp } from '../example-app.js'
import type { ExampleApp } from '../example-app.js'

let example: ExampleApp
before(async () => void (example = await openExampleApp()))
after(() => example?.close())

const look = lookerInto('signing')
const ask = <Row extends object>(query: string): Promise<readonly Row[]> =>
  reading(example.deps.db, workerIn(example.school), async (tx) => {
    const { rows } = await sql.raw<Row>(query).execute(tables<object>(tx))
    return rows
  })

/** The office begins again with a class: nobody of it has signed. */
const unsigned = (agreement: string) =>
  ask<{ class_code: string; id: string; given: string }>(
    `SELECT class_code, id, given FROM person p WHERE kind = 'pupil' AND ended IS NULL AND class_code IS NOT NULL AND NOT EXISTS
       (SELECT 1 FROM agreement_signature s WHERE s.subject_id = p.id AND s.agreement = '${agreement}') ORDER BY class_code`,
  )

test('a teacher has the class sign on one tablet, and a tablet without network loses no signature', async () => {
  const [teaching, teacher] = await example.be('teacher', { size: 'phone' })
  await teacher.goto('/agreements/class')
  await look(teacher, 'teacher-class')
  await teacher.getByRole('button', { name: 'Start' }).first().click()
  await look(teacher, 'teacher-session')
  const code = (await teacher.locator('.agreement-tablet-code').textContent()) ?? ''
  await teacher.getByRole('button', { name: 'We have talked it through' }).click()
  await assert.doesNotReject(teacher.getByText('Talked through with the class').waitFor())

  const [handed, tablet] = await example.visit({ size: 'narrow' })
  await tablet.goto('/class/example')
  await tablet.getByLabel('It is on the screen of whoever gave you this').fill(`${code.trim().slice(0, -1)}?`)
  await tablet.getByRole('button', { name: 'Go on' }).click()
  await look(tablet, 'tablet-code-wrong')
  await tablet.getByLabel('It is on the screen of whoever gave you this').fill(code.toLowerCase())
  await tablet.getByRole('button', { name: 'Go on' }).click()
  await look(tablet, 'tablet-names')
  const names = await tablet.locator('input[name=child]').count()
  if (names > 0) {
    await tablet.locator('.tiles-names .tile').first().click()
    await look(tablet, 'tablet-promise')
    await tablet.getByRole('button', { name: 'I promise' }).click()
    await look(tablet, 'tablet-missing')
    await signs(tablet)
    await tablet.getByText('Thank you').waitFor()
    if (names > 1) {
      await tablet.locator('.tiles-names li:not([hidden]) .tile').first().click()
      await handed.setOffline(true)
      await signs(tablet)
      await tablet.getByText('1 signature is kept on this tablet').waitFor()
      await handed.setOffline(false)
      await tablet.getByText('1 signature is kept on this tablet').waitFor({ state: 'hidden', timeout: 15_000 })
    }
    await look(tablet, 'tablet-after')
  }
  await teacher.getByRole('link', { name: 'Look again' }).click()
  await look(teacher, 'teacher-after')
  await teacher.getByRole('button', { name: 'End' }).click()
  await tablet.goto('/class/example/now')
  await look(tablet, 'tablet-over')
  await teaching.close()
  await handed.close()
})

async function signs(tablet: Page): Promise<void> {
  const written = tablet.getByLabel('Write your name')
  if ((await written.count()) > 0) await written.fill('Me')
  else {
    await tablet.locator('.tiles-marks').first().locator('.tile').nth(1).click()
    await tablet.locator('.tiles-marks').nth(1).locator('.tile').nth(2).click()
  }
  await tablet.getByRole('button', { name: 'I promise' }).click()
}

test('a parent types the code of a letter on a phone, is asked what the family knows, and signs in Polish', async () => {
  const [open] = await unsigned('parent')
  assert.ok(open, 'somebody of the example school has not signed')
  const [office, desk] = await example.be('headteacher', { size: 'desk' })
  await desk.goto(`/agreements/chase?group=${encodeURIComponent(`class ${open.class_code}`)}`)
  await look(desk, 'office-chase')
  await desk.getByRole('button', { name: 'Print letters for this class' }).click()
  await look(desk, 'office-letters')
  const letter = desk.locator('.agreement-letter, section, article').filter({ hasText: open.given }).last()
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec((await letter.textContent()) ?? '')?.[0] ?? ''
  assert.notEqual(code, '')

  const [family, phone] = await example.visit({ size: 'phone' })
  await typesCode(phone, code)
  await showsWhoTheyAre(phone, open.id)
  const address = phone.url()
  await signsAll(phone)
  await phone.goto(address)
  await look(phone, 'parent-used')
  const left = await unsigned('parent')
  assert.ok(left.every(({ id }) => id !== open.id))
  await office.close()
  await family.close()
})

/** Types a letter's code wrong by one letter, then right, but small and with spaces. */
async function typesCode(phone: Page, code: string): Promise<void> {
  await phone.goto('/sign/example')
  await phone.getByLabel('Code').fill(`${code.slice(0, -1)}${code.endsWith('A') ? 'C' : 'A'}`)
  await phone.getByRole('button', { name: 'Go on' }).click()
  await look(phone, 'letter-mistyped')
  await phone.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
  await phone.getByRole('button', { name: 'Go on' }).click()
  await look(phone, 'parent-door')
}

/** Answers the one question, wrong and then right, in Polish. */
async function showsWhoTheyAre(phone: Page, child: string): Promise<void> {
  await phone.getByRole('link', { name: 'polski' }).click()
  await phone.locator('input[name=known]').fill('1 1 2001')
  await phone.locator('main button').click()
  await look(phone, 'parent-door-wrong')
  const [known] = await ask<{ born: string | null; family: string }>(
    `SELECT to_char(born, 'FMDD FMMM YYYY') AS born, family FROM person WHERE id = '${child}'`,
  )
  await phone.locator('input[name=known]').fill(known?.born ?? known?.family ?? '')
  await phone.locator('main button').click()
  await look(phone, 'parent-sign')
}

/** Signs everything that waits, after a first try with nothing filled in. */
async function signsAll(phone: Page): Promise<void> {
  await phone.locator('button[value=sign]').click()
  await look(phone, 'parent-sign-missing')
  for (let left = true; left;) {
    for (const yes of await phone.locator('input[type=radio][value=yes]').all()) await yes.check()
    await phone.locator('input[name=name]').fill('Nowa Osoba')
    await phone.locator('button[value=sign]').click()
    const more = phone.locator('main a.govuk-button')
    left = (await more.count()) > 0
    await look(phone, left ? 'parent-thanks-more' : 'parent-thanks')
    if (left) await more.click()
  }
}
