import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { inSchool } from '../../src/kernel/db/in-school.js'
import type { PersonId } from '../../src/kernel/ids.js'
import { openExampleCase } from '../../src/modules/cases/case.examples.js'
import { addEntry, correctEntry } from '../../src/modules/cases/commands/add-entry.js'
import { decide } from '../../src/modules/cases/commands/decide.js'
import { enterStep } from '../../src/modules/cases/commands/enter-step.js'
import { casesModule } from '../../src/modules/cases/module.js'
import { assertAccessible, assertFits, keepScreenshot, openBrowser, visitor } from '../browser.js'
import type { Look } from '../browser.js'
import { openTestDb } from '../database.js'
import type { TestDb } from '../database.js'
import { fullSchool } from '../full-school.js'
import { signedInRoutes } from '../signed-in-routes.js'
import type { SignedInRoutes } from '../signed-in-routes.js'

const looks: readonly Look[] = [
  { size: 'narrow' },
  { size: 'phone', dark: true },
  { size: 'desk' },
  { size: 'desk', dark: true },
]

describe('a DSL works on a case in a browser', () => {
  let t: TestDb
  let routes: SignedInRoutes
  let browser: Browser
  let address: string
  let id: string
  before(async () => {
    t = await openTestDb()
    const school = await fullSchool(t.db)
    const dsl = await school.as('dsl')
    const child = await school.add({ kind: 'pupil', given: 'Bea', family: 'Marsh', classCode: '4 Oak' })
    const opened = await openExampleCase(t.db, school.id, dsl, { procedure: 'shared-image', child: child as PersonId })
    id = opened.case
    await inSchool(t.db, dsl, async (tx) => {
      const entry = await addEntry(tx, id, { kind: 'fact', words: 'Rang home at nine.', happenedAt: tx.now })
      await correctEntry(tx, id, entry, 'Rang home at ten, not nine.')
      await decide(tx, id, { decided: 'No visit today', reasons: 'She is at home with both parents', acting: false })
      for (const step of ['do-not-view', 'tell-dsl']) await enterStep(tx, id, { step: step as never, outcome: 'done' })
    })
    routes = await signedInRoutes(t.db, casesModule)
    address = await routes.serve(dsl)
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await routes.close()
    await t.close()
  })

  const inBrowser = async (look: Look, work: (page: Page) => Promise<void>) => {
    const context = await visitor(browser, look, address)
    const page = await context.newPage()
    try {
      await work(page)
    } finally {
      await context.close()
    }
  }

  const pages = () => [
    '/cases',
    '/cases?view=closed',
    `/cases/${id}`,
    `/cases/${id}/entry`,
    `/cases/${id}/steps/immediate-danger`,
    `/cases/${id}/close`,
    `/cases/${id}/print`,
    '/policy/procedures/shared-image',
  ]

  for (const look of looks)
    test(`every page is accessible and fits, ${look.size}${look.dark ? ' in the dark' : ''}`, () =>
      inBrowser(look, async (page) => {
        for (const path of pages()) {
          await page.goto(path)
          await assertAccessible(page, path)
          await assertFits(page, path)
          await keepScreenshot(page, `case-${pages().indexOf(path)}-${look.size}${look.dark ? '-dark' : ''}`)
        }
      }))

  test('the step in hand is answered on the case page itself, without JavaScript, and the path goes on', () =>
    inBrowser({ size: 'phone', javascript: false }, async (page) => {
      await page.goto(`/cases/${id}`)
      await page.click('a[href="#step-in-hand"]')
      await page.click('#step-in-hand button')
      assert.match(await page.innerText('.govuk-error-summary'), /Choose an answer/)
      await page.check('input[name="answers"][value="no"]')
      await page.click('main form button')
      assert.match(await page.innerText('.hedgerow-path__step--now'), /Keep the device safe/)
    }))

  test('one key hides the page from whoever comes in', () =>
    inBrowser({ size: 'desk' }, async (page) => {
      await page.goto(`/cases/${id}`)
      await page.waitForSelector('.hedgerow-blur:visible')
      await page.keyboard.press('b')
      assert.equal(await page.getAttribute('.hedgerow-blur', 'aria-pressed'), 'true')
    }))
})
