import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkPage } from '../../../../../test/render-checks.js'
import { renderPage } from '../../../../web/page.js'
import { normaliseWords } from '../../normalise-words.js'
import { emptyDraft, exampleBother, exampleFrame, exampleOffered, exampleTell, fullDraft } from './bother.examples.js'
import { readDraft, tellSteps } from './bother-draft.js'
import { botherButtonHtml, botherButtonSvg } from './bother-button.js'
import { botherPages } from './pages.examples.js'
import { shownWords, typedWords } from './return-words.js'
import { Sent } from './sent.js'
import { TellWho } from './tell-who.js'
import { botherWords, sayFrom, wordsWith } from './words.js'

const rendered = Object.entries(botherPages(exampleFrame)).map(([name, page]) => [name, renderPage(page)] as const)
const pageOf = (name: string) => rendered.find(([one]) => one === name)?.[1] ?? ''
const forPupils = rendered.filter(([name]) => name !== 'embed' && name !== 'poster')

/** What a browser would post for a hidden field. */
function hiddenField(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  return value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

for (const [name, html] of rendered)
  test(`the page ${name} is valid HTML and keeps to our content policy`, () => checkPage(html))

test('every pupil page has a way out, help now and the number for danger', () => {
  for (const [name, html] of forPupils) {
    assert.match(html, /class="leave"[^>]*data-leave/, name)
    assert.match(html, /href="tel:999"/, name)
    assert.match(html, /href="tel:08001111"/, name)
  }
})

test('no pupil page has any way to put a picture or a file in', () => {
  for (const [name, html] of forPupils) assert.doesNotMatch(html, /type="file"|multipart|capture=/, name)
})

test('no browser remembers what is typed on a shared tablet', () => {
  for (const [name, html] of forPupils)
    for (const [box] of html.matchAll(/<(?:textarea|input[^>]*type="text")[^>]*>/g))
      assert.match(box, /autocomplete="off"/, `${name}: ${box}`)
})

test('what a child tells is never in an address or a window title', () => {
  for (const [name, html] of forPupils) {
    const addresses = [...html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, address]) => address)
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]
    for (const told of ['game chat', 'Robin', 'otter', 'caterpillar', 'unkind'])
      assert.ok(![...addresses, title].some((one) => one?.includes(told)), `${name}: ${told}`)
  }
})

test('each loudspeaker reads text that is on its page', () => {
  for (const [name, html] of forPupils)
    for (const [, ids = ''] of html.matchAll(/data-read-aloud="([^"]*)"/g))
      for (const id of ids.split(' ')) assert.ok(html.includes(`id="${id}"`), `${name}: nothing has the id ${id}`)
})

test('answers given so far ride along on every page of telling, and come back unchanged', () => {
  const telling = forPupils.filter(([name]) =>
    ['tell-what-full', 'tell-who-full', 'tell-wish', 'tell-check'].includes(name),
  )
  assert.equal(telling.length, 4)
  for (const [name, html] of telling) {
    const draft = readDraft({ 'so-far': hiddenField(html, 'so-far') }, exampleOffered)
    for (const field of ['name', 'className', 'wish', 'once', 'naming'] as const)
      assert.equal(draft[field], fullDraft[field], `${name}: ${field}`)
    assert.deepEqual(
      draft.bothers,
      name === 'tell-what-full' ? [] : fullDraft.bothers,
      'what a page asks comes from it',
    )
  }
})

test('the last page shows everything that will be sent, and who will read it', () => {
  const html = pageOf('tell-check')
  for (const said of [
    'Somebody was unkind',
    'I saw something',
    'game chat',
    'Robin Example, Year 3 Willow',
    'Mrs Example',
  ])
    assert.ok(html.includes(said), said)
  for (const step of tellSteps.slice(0, 3)) assert.match(html, new RegExp(`name="go" value="${step}"`))
})

test('what cannot stay secret is said on every page with which a child can send for the first time', () => {
  for (const name of ['tell-what', 'tell-name', 'tell-check'])
    assert.ok(pageOf(name).includes(exampleTell.secrecy), name)
})

test('a child is told who else reads it when a grown-up at school is part of it', () => {
  const other = renderPage(<TellWho {...exampleTell} draft={emptyDraft} otherReader="Mr Sample" />)
  assert.match(other, /Then Mr Sample will read it first/)
  assert.doesNotMatch(renderPage(<TellWho {...exampleTell} draft={emptyDraft} />), /name="adult"/)
})

test('the page after sending has the three words, the day of the answer and, in the holidays, says so', () => {
  const html = pageOf('sent')
  for (const word of ['otter', 'lemon', 'kite', 'Tuesday home time']) assert.ok(html.includes(word), word)
  assert.ok(!html.includes(botherWords['sent.closed']))
  assert.ok(pageOf('sent-closed').includes(botherWords['sent.closed']))
})

test('the slip’s secret is nowhere in the page but in the drawn code', () => {
  const secret = 'q-NvT4yXb1Jm_0aGZp9KcQ'
  const code = `https://hedgerow.example/bother/return#slip=${secret}`
  const html = renderPage(
    <Sent
      bother={exampleBother}
      words={['otter', 'lemon', 'kite']}
      answerBy="Tuesday home time"
      schoolClosed={false}
      pass={{ pass: 'p' }}
      slip={{ address: 'hedgerow.example/bother/return', code }}
    />,
  )
  assert.ok(!html.includes(secret))
})

test('the pages that words open never show the child’s name', () => {
  for (const [name, html] of forPupils.filter(([one]) => one.startsWith('answers')))
    assert.ok(!html.includes(fullDraft.name), name)
})

test('a new answer stands before what was said earlier, and is marked in words', () => {
  const html = pageOf('answers-new')
  assert.ok(html.indexOf('Thank you for telling me') < html.indexOf('game chat'))
  assert.match(html, /<strong class="new">New<\/strong>/)
  assert.doesNotMatch(pageOf('answers-waiting'), /class="new"/)
})

test('what a child writes is shown as text, whatever it contains', () => {
  const draft = { ...fullDraft, told: '<script>alert(1)</script> & "quotes"' }
  const html = renderPage(<TellWho {...exampleTell} draft={draft} />)
  assert.ok(!html.includes('<script>alert'))
  assert.equal(readDraft({ 'so-far': hiddenField(html, 'so-far') }, exampleOffered).told, draft.told)
})

test('words that were mistyped come back beside their boxes, with what they may have meant', () => {
  const say = sayFrom(botherWords)
  const body = { 'word-1': 'OTTER', 'word-2': 'lemor', 'word-3': '' }
  const shown = shownWords(typedWords(body), normaliseWords(typedWords(body)), say)
  assert.deepEqual(shown, [
    { typed: 'otter' },
    { typed: 'lemor', problem: botherWords['return.unsure'], nearest: ['lemon', 'lemur'] },
    { typed: '', problem: botherWords['return.empty'] },
  ])
  assert.deepEqual(typedWords({ ...body, 'mean-2': 'lemon' }), ['OTTER', 'lemon', ''])
  assert.deepEqual(typedWords({ 'word-1': ['otter'], 'word-3': 'kite' }), ['', '', 'kite'])
  assert.deepEqual(typedWords({}), ['', '', ''])
})

test('the button for a school’s website is a plain link and a plain drawing', () => {
  const html = botherButtonHtml({
    address: 'https://h.example/bother',
    image: 'https://h.example/b.svg',
    text: 'Tell us',
  })
  assert.match(
    html,
    /^<a href="https:\/\/h.example\/bother" rel="noreferrer"><img src="https:\/\/h.example\/b.svg" alt/,
  )
  assert.doesNotMatch(html + botherButtonSvg(), /<script|<iframe|\son\w+=|style=/)
  assert.match(botherButtonSvg(), /^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/)
})

test('a translation replaces words, and never leaves a page silent', () => {
  const welsh = wordsWith({ 'page.next': 'Nesaf', 'page.back': ' ' })
  assert.equal(welsh['page.next'], 'Nesaf')
  assert.equal(welsh['page.back'], botherWords['page.back'])
})
