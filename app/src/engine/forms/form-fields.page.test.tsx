import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { checkPage } from '../../../test/render-checks.js'
import { FrameContext } from '../../web/layout/frame.js'
import { testFrame } from '../../web/gallery/test-frame.js'
import { renderPage } from '../../web/page.js'
import { defineForm } from './define-form.js'
import { longText } from './fields/long-text.js'
import { FormFields } from './form-fields.js'
import { context, everyKind, goodBody, people } from './forms.examples.js'
import { formGalleryPages } from './forms.gallery.js'
import { parseForm } from './parse-form.js'

for (const [name, page] of Object.entries(formGalleryPages))
  test(`the page ${name} is good HTML`, () => checkPage(renderPage(page(testFrame))))

/** The fields of the example form after a body was sent. */
function fieldsAfter(body: object): string {
  const parsed = parseForm(everyKind, body, context)
  const errors = parsed.ok ? [] : parsed.errors
  return renderToString(
    <FrameContext.Provider value={testFrame}>
      <FormFields form={everyKind} context={context} typed={parsed.typed} errors={errors} found={{ who: people }} />
    </FrameContext.Provider>,
  )
}

test('each error stands beside its question, and its link leads to a control that exists', () => {
  const parsed = parseForm(everyKind, { 'when-day': '31', 'when-month': '2', 'when-year': '2026' }, context)
  assert.ok(!parsed.ok)
  const html = fieldsAfter({ 'when-day': '31', 'when-month': '2', 'when-year': '2026' })
  for (const { href, sentence } of parsed.errors.filter((error) => error.field !== 'draft')) {
    assert.ok(html.includes(`id="${href.slice(1)}"`), href)
    assert.ok(html.includes(sentence), sentence)
  }
})

test('everything typed is in the page that comes back', () => {
  const html = fieldsAfter({ ...goodBody, happened: '<b>"quoted" & said</b>', danger: '' })
  assert.ok(html.includes('&lt;b>&quot;quoted&quot; &amp; said&lt;/b>'), 'escaped in its box')
  assert.match(html, /name="when-time"[^>]*value="9.15am"/)
  assert.match(html, /value="online"[^>]*checked/)
  assert.match(html, /value="unkind"[^>]*checked/)
  assert.doesNotMatch(html, /with spaces/, 'but not the password')
})

test('only the wrong box of a date is marked', () => {
  const html = fieldsAfter({ ...goodBody, 'learnt-year': '26' })
  assert.match(html, /class="[^"]*govuk-input--error[^"]*" id="learnt-year"/)
  assert.doesNotMatch(html, /class="[^"]*govuk-input--error[^"]*" id="learnt-day"/)
})

test('a search offers the people found, keeps who was picked, and asks how each was involved', () => {
  const html = fieldsAfter({ ...goodBody, _search: 'who' })
  assert.match(html, /Year 4, Oak class/)
  assert.match(html, /Year 6, Beech class/)
  assert.match(html, new RegExp(`value="${people[0]?.id}"[^>]*checked`))
  assert.doesNotMatch(html, new RegExp(`value="${people[1]?.id}"[^>]*checked`))
  assert.match(html, /<option value="harmed" selected/)
})

test('a page that asks one question has it as its heading', () => {
  const form = defineForm({ what: longText({ label: 'What happened?', missing: 'Say what' }) })
  const html = renderToString(<FormFields form={form} context={context} asHeading />)
  assert.match(html, /<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l"[^>]*>What happened\?/)
})
