import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '../../../../test/render-checks.js'
import { testFrame } from '../../../web/gallery/test-frame.js'
import { renderPage } from '../../../web/page.js'
import { accessPages } from './access-pages.examples.js'

const page = (name: string): string => renderPage(accessPages[name]!({ ...testFrame, person: null }))

for (const [name, make] of Object.entries(accessPages))
  test(`the page ${name} is good HTML`, () => checkPage(renderPage(make(testFrame))))

test('no page shows a password that was typed', () => {
  for (const name of Object.keys(accessPages))
    assert.doesNotMatch(page(name), /type="password"[^>]*value="[^"]+"/, name)
})

test('what was typed is shown again as text, never as markup', () => {
  assert.match(page('sign-in-wrong'), /value="cara&quot;&lt;b>"/)
})

test('the options for the script survive being written into the page', () => {
  const text = /data-passkey-options="([^"]+)"/.exec(page('second-step'))?.[1]?.replaceAll('&quot;', '"') ?? ''
  assert.deepEqual(JSON.parse(text), { challenge: 'a"b', rpId: 'localhost' })
})

test('one’s own account cannot be reset by oneself', () => {
  assert.doesNotMatch(page('one-account-own'), /Reset the second step/)
  assert.match(page('one-account'), /Reset the second step/)
})

test('an empty list of accounts says what would fill it', () => {
  assert.match(page('accounts-none'), /Nobody has an account yet/)
  assert.match(page('accounts-none'), /href="\/new"/)
})

test('a page that names the person asked for does so only where somebody is known', () => {
  assert.match(page('signed-out'), /You were signed out/)
  assert.match(renderPage(accessPages['signed-out']!(testFrame)), /Show that it is you/)
})
