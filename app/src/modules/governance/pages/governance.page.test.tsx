import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '../../../../test/render-checks.js'
import { testFrame } from '../../../web/gallery/test-frame.js'
import { renderPage } from '../../../web/page.js'
import { governancePages } from './governance.examples.js'
import { sentenceOf } from './state-words.js'

const page = (name: string): string => renderPage(governancePages[name]!(testFrame))

for (const name of Object.keys(governancePages)) test(`the page ${name} is good HTML`, () => checkPage(page(name)))

test('the first sentence counts what is not yet checked apart from what is kept', () => {
  const counts = { kept: 61, due: 2, broken: 1, attested: 0, unknown: 0, unbuilt: 122 }
  assert.equal(
    sentenceOf(186, counts),
    'Of 186 promises, 61 are kept, 2 are due, 1 is broken and 122 are not yet checked by Hedgerow.',
  )
})

test('a broken promise says what is wrong and who must act', () => {
  assert.match(page('kept'), /Nobody holds the post of Network manager\./)
  assert.match(page('kept'), /To act: Headteacher/)
})

test('the front shows the worst few matters, and leads to all of them', () => {
  const shown = [...page('kept-much-to-do').matchAll(/was not read in time/g)]
  assert.equal(shown.length, 8)
  assert.match(page('kept-much-to-do'), /href="\/policy\/needs">All 30 things that need somebody/)
  assert.match(page('kept-much-to-do'), /and 3 more/)
  assert.equal([...page('needs').matchAll(/was not read in time/g)].length, 25)
  assert.match(page('needs'), /after=25/)
})

test('a past day stays chosen from page to page', () => {
  assert.match(
    page('kept-in-the-past'),
    /href="\/policy\/kept\/part\/roles\?as-of-day=20&amp;as-of-month=11&amp;as-of-year=2026"/,
  )
  assert.match(page('part'), /href="\/policy\/kept\?as-of-day=20/)
  assert.match(page('needs'), /as-of-day=20[^"]*after=25/)
})

test('the promises of a part stand on its own page, not all on one', () => {
  assert.doesNotMatch(page('kept'), /Every post is held by somebody/)
  assert.match(page('part'), /2\.1 Every post is held by somebody/)
})

test('a record behind a finding is a link only for those who may open it', () => {
  assert.match(page('kept-with-records'), /href="\/concerns\/a">Record 1<\/a> and 1 record more/)
  assert.match(page('kept'), /2 records behind it/)
  assert.match(page('clause'), /href="\/concerns\/a"/)
  assert.doesNotMatch(page('kept'), /\/concerns\//)
})

test('a date that does not exist is kept in its boxes, with a sentence beside it', () => {
  assert.match(page('kept-wrong-date'), /value="31"/)
  assert.match(page('kept-wrong-date'), /Enter a real date/)
})

test('somebody with nothing to do is told what would show here', () => {
  assert.match(page('today-nothing'), /Nothing waits for you/)
})

test('a teacher’s day does not show how the policy stands', () => {
  assert.doesNotMatch(page('today-teacher'), /<h2[^>]*>Policy/)
})

test('the journal tells its marks, and not how many entries there are that a reader may not see', () => {
  assert.match(page('journal'), /abcdef0123456789abcdef/)
  assert.doesNotMatch(page('journal'), /entry \d/)
})

test('the day of those who answer for the policy begins with how it stands', () => {
  const html = page('today')
  assert.ok(html.indexOf('Of 3 promises') < html.indexOf('id="new"'))
  assert.doesNotMatch(page('today-teacher'), /id="kept"/)
})

test('a task says who has taken it, and one that nobody has can be taken', () => {
  assert.match(page('today'), /Taken by Amira Khan/)
  assert.match(page('today'), /I do this/)
})

test('what came overnight and what others have in hand are told apart from what is mine', () => {
  assert.match(page('today'), /Overnight/)
  assert.match(page('today'), /Waiting on others[\s\S]*Headteacher/)
  assert.match(page('today-nothing'), /You wait for nobody/)
})

test('a promise that nothing checks says so in words, not only in a tag', () => {
  assert.match(page('clause-new'), /does not check this promise yet/)
  assert.doesNotMatch(page('clause'), /does not check this promise yet/)
})

test('what turned is counted from when this reader last looked', () => {
  assert.match(page('kept-since-last-look'), /What turned since you last looked/)
  assert.match(page('kept'), /in the last seven days/)
})
