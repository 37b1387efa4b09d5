import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '../../../test/render-checks.js'
import { renderPage } from '../page.js'
import { galleryPages } from './pages.js'
import { testFrame } from './test-frame.js'

for (const [name, page] of Object.entries(galleryPages))
  test(`the page ${name} is good HTML`, () => checkPage(renderPage(page(testFrame))))

test('the check refuses what our policy would refuse, and what a mistake leaves on a page', () => {
  const page = renderPage(galleryPages['refused']!(testFrame))
  checkPage(page)
  for (const planted of [
    '<p style="color:red">x</p>',
    '<script>alert(1)</script>',
    '<p onclick="x()">x</p>',
    '<p>Sent to undefined</p>',
    '<p>[object Object]</p>',
    '<div><p>not closed</div>',
    '<p id="main">twice</p>',
    '<img src="/x.png">',
  ])
    assert.throws(() => checkPage(page.replace('</main>', `${planted}</main>`)), planted)
})

test('a page names itself, its school and the product, and says when something is wrong', () => {
  assert.match(
    renderPage(galleryPages['refused']!(testFrame)),
    /<title>It is too late for that – Oakfield Primary School – Hedgerow<\/title>/,
  )
})

test('the foot says which promises the page keeps, each with its link', () => {
  const foot =
    /This page keeps promises <a class="govuk-link" href="\/policy\/10.2">10.2<\/a> and <a class="govuk-link" href="\/policy\/11.1">11.1<\/a>/
  assert.match(renderPage(galleryPages['words']!(testFrame)), foot)
  assert.match(renderPage(galleryPages['records']!(testFrame)), /keeps promise <a/)
})

test('every form carries the page’s token, and no page says more than it should when something breaks', () => {
  assert.match(renderPage(galleryPages['send-again']!(testFrame)), /<input type="hidden" name="_csrf" value="token"/)
  assert.match(renderPage(galleryPages['fault']!(testFrame)), /F-7K3Q-9XPM/)
})
