import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** A phone held upright, the narrowest width WCAG asks for, and a desk. In CSS pixels. */
export const sizes = {
  narrow: { width: 320, height: 700 },
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 900 },
} as const

/** What a page is looked at with. */
export interface Look {
  readonly size: keyof typeof sizes
  readonly dark?: boolean
  readonly javascript?: boolean
}

/** A browser for journeys. Close it when the test is over. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['HEDGEROW_CHROMIUM'] ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
}

/** A fresh visitor: no cookie, no storage, nothing remembered. */
export function visitor(browser: Browser, look: Look, baseURL: string): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: sizes[look.size],
    colorScheme: look.dark ? 'dark' : 'light',
    javaScriptEnabled: look.javascript !== false,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // The strict policy of our pages stays in force; axe is put in by the browser's own means.
    bypassCSP: false,
  })
}

/**
 * What axe finds and we keep, as GOV.UK Frontend itself does (its issue 979): a radio that opens a further question says
 * so with aria-expanded. The standard does not foresee it on radios; screen readers read it out, and it helps.
 */
const accepted = (rule: string, html: string) =>
  rule === 'aria-allowed-attr' && /^<input class="govuk-radios__input"[^>]* aria-expanded="/.test(html)

/**
 * Fails with every accessibility violation of the page as it stands (axe-core, WCAG 2.2 AA and best practices). What axe
 * calls its legacy mode looks at no frame of another site, of which we have none, and takes less than half the time.
 */
export async function assertAccessible(page: Page, where: string, only?: readonly string[]): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ['violations'],
    ...(only ? { runOnly: [...only] } : {}),
  })
  const { violations } = await axe.analyze()
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.filter((node) => !accepted(id, node.html)).map((node) => `${id}: ${help}: ${node.html}`),
  )
  assert.deepEqual(told, [], `${where}: ${page.url()}`)
}

/** Fails when the page is wider than the window: on a phone it would have to be pushed from side to side. */
export async function assertFits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    return document.documentElement.scrollWidth > width
      ? [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .slice(0, 5)
          .map((element) => element.outerHTML.slice(0, 120))
      : []
  })
  assert.deepEqual(over, [], `${where} fits its window`)
}

/** Keeps a picture of the whole page in HEDGEROW_SCREENSHOTS (a folder), when that is set. Names say page, size and look. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['HEDGEROW_SCREENSHOTS']
  if (!folder) return
  const path = join(folder, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await page.screenshot({ path, fullPage: true })
}

/** Looks at pages of one journey: each that everybody can use, that fits its window, and whose picture is kept in a folder. */
export const lookerInto =
  (folder: string) =>
  async (page: Page, name: string): Promise<void> => {
    await assertFits(page, name)
    await assertAccessible(page, name)
    await keepScreenshot(page, `${folder}/${name}`)
  }
