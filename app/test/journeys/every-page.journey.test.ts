import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { workerIn } from '../../src/kernel/actor.js'
import { reading } from '../../src/kernel/db/in-school.js'
import { rosterAt } from '../../src/modules/people/index.js'
import { roles } from '../../src/setup/example/roles.js'
import { patternFor, patternsOf } from '../addresses.js'
import { assertAccessible, assertFits, keepScreenshot, sizes } from '../browser.js'
import { openExampleApp } from '../example-app.js'
import type { ExampleApp } from '../example-app.js'

/** Where somebody who is signed in begins, besides Today: pages that a form leads to, and those of an account. */
const desks = [
  '/today',
  '/policy/versions/compare?before=1&after=2',
  '/account/password',
  '/account/second-factor',
  '/account/passkey',
  '/sign-in/again?to=/today',
]

/** Where somebody without an account begins: what stands on posters, in letters and on the school's website. */
const streets = [
  '/example',
  '/schools/example',
  '/sign-in',
  '/sign-in/example',
  '/bother/example',
  '/bother/example/embed',
  '/report/example',
  '/help/example',
  '/school-policy/example',
  '/school-policy/example/have-your-say',
  '/sign/example',
  '/class/example',
  '/desk/example',
  '/told/example/monitoring-notice',
]

/** Pages that no link of the example school leads to, each with where it is looked at. */
const elsewhere: Readonly<Record<string, string>> = {
  '/agreements/sign/:agreement': 'whoever can be looked around as has signed: signing.journey shows the same form',
  '/agreements/class/:session': 'signing.journey',
  '/class/:school/now': 'signing.journey',
  '/sign/:school/:secret': 'signing.journey',
  '/policy/next/begin': 'a version is being made there: policy-pages.db.test',
  '/policy/next/promises/:clause/drop': 'the first promise that the walk opens is a must: adoption.journey',
  '/policy/next/submit': 'adoption.journey',
  '/policy/next/steps/:step': 'adoption.journey',
  '/policy/next/force': 'adoption.journey',
  '/reports/:draft/what': 'concerns.journey',
  '/reports/:draft/who': 'concerns.journey',
  '/reports/:draft/check': 'concerns.journey',
  '/reports/:draft/sent': 'concerns.journey',
  '/sign-in/second-step': 'sign-in.journey',
  '/setup/code': 'only before a school is set up: wizard.page.test',
  '/setup/:step': 'only before a school is set up: wizard.page.test',
  '/people/import/review': 'a file has to be sent first: import pages test',
  '/people/import/progress': 'a file has to be sent first: import pages test',
  '/people/accounts/:account': 'nobody of the example school has an account: keeper pages test',
  '/policy/reviews/:review': 'no review is open: the same form as /policy/reviews/record',
  '/cases/:case/reopen': 'case-pages.db.test',
  '/cases/:case/sharing/:person/end': 'case-pages.db.test',
  '/cases/:case/steps/:step/skip': 'case-pages.db.test',
  '/registers/supplier-issues/:entry': 'no entry there: the same page as every register',
  '/registers/supplier-issues/:entry/change': 'no entry there: the same page as every register',
  '/registers/supplier-issues/:entry/end': 'no entry there: the same page as every register',
  '/duties/call/:call': 'a task of one person leads to it: duty pages test',
}

/** Addresses that answer with a file, a picture or a redirection, not with a page. */
const noPage = /^\/(assets|health|api)\b|\.(svg|pdf|csv|ics|json|png)$|\/(csv|pdf|export)$/

describe('every page of the example school, as everybody who looks around in it', () => {
  let example: ExampleApp
  const seen = new Set<string>()
  const drawnBefore = new Set<string>()
  before(async () => void (example = await openExampleApp()))
  after(() => example?.close())

  /** People are found by a form that is posted, so no link leads to the first of them. */
  const anybody = () =>
    reading(example.deps.db, workerIn(example.school), async (tx) => (await rosterAt(tx, { kinds: ['pupil'] }))[0]?.id)

  const linksOf = async (page: Page): Promise<readonly string[]> => {
    const links = await page.$$eval('a[href^="/"]', (all) => all.map((link) => link.getAttribute('href') ?? ''))
    return links.map((link) => link.split('#')[0] ?? '').filter((link) => link !== '' && !link.startsWith('/sign-out'))
  }

  /**
   * Opens what can be reached from here by links, once for each pattern; what nobody before reached is looked at on a
   * phone and at a desk. Answers what was wrong, so that one bad page hides none behind it.
   */
  const walk = async (page: Page, from: readonly string[], as: string): Promise<readonly string[]> => {
    const patterns = patternsOf(example.app, /GET/)
    const waiting = [...from]
    const reached = new Set<string>()
    const wrong: string[] = []
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const pattern = patternFor(patterns, next.split('?')[0] ?? next)
      if (pattern === null || noPage.test(pattern) || reached.has(pattern)) continue
      reached.add(pattern)
      try {
        await open(page, next, pattern, `${as} at ${pattern}`)
        waiting.push(...(await linksOf(page)))
      } catch (fault) {
        wrong.push(fault instanceof Error ? fault.message : String(fault))
      }
    }
    return wrong
  }

  const open = async (page: Page, url: string, pattern: string, where: string): Promise<void> => {
    await page.setViewportSize(sizes.narrow)
    await page.emulateMedia({ colorScheme: 'light' })
    const response = await page.goto(url)
    if (response?.status() === 403) return
    assert.ok(response && response.status() < 400, `${where}: ${url} answered ${response?.status()}`)
    if (seen.has(pattern) || !String(response.headers()['content-type']).includes('text/html')) return
    seen.add(pattern)
    await assertFits(page, where)
    // Registers are drawn by one engine: axe looks once at each of its pages, not at those of each register.
    const drawn = pattern.replace(/^\/registers\/[a-z-]+/, '/registers/*')
    if (drawnBefore.has(drawn)) return
    drawnBefore.add(drawn)
    await look(page, where)
    await lookInTheDark(page, where)
  }

  const nameOf = (where: string): string => `every-page/${where.replace(/[^a-z0-9]+/gi, '-')}`

  const look = async (page: Page, where: string): Promise<void> => {
    await assertAccessible(page, `${where}, on a narrow phone`)
    await keepScreenshot(page, `${nameOf(where)}-phone`)
  }

  /** What differs in the dark are the colours alone. */
  const lookInTheDark = async (page: Page, where: string): Promise<void> => {
    await page.setViewportSize(sizes.desk)
    await page.emulateMedia({ colorScheme: 'dark' })
    await assertAccessible(page, `${where}, in the dark at a desk`, ['color-contrast'])
    await keepScreenshot(page, `${nameOf(where)}-desk`)
  }

  for (const role of [...roles].reverse())
    test(`${role.title.toLowerCase()} can read, reach and hear every page that their links lead to`, async () => {
      const [context, page] = await example.be(role.id, { size: 'narrow' })
      const wrong = await walk(page, [...desks, `/people/${await anybody()}`], role.title)
      await context.close()
      assert.deepEqual(wrong, [])
    })

  test('so can somebody who is not signed in: child, parent, neighbour', async () => {
    const [context, page] = await example.visit({ size: 'narrow' })
    const wrong = await walk(page, streets, 'A visitor')
    await context.close()
    assert.deepEqual(wrong, [])
  })

  test('and no page of the product was left out', () => {
    const left = patternsOf(example.app, /GET/).filter(
      (one) => !noPage.test(one) && !seen.has(one) && !(one in elsewhere),
    )
    assert.deepEqual(left, [])
  })
})
