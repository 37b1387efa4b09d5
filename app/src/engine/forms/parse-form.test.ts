import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Temporal } from 'temporal-polyfill'
import { answerRows, retyped } from './answers.js'
import { defineForm, type ValuesOf } from './define-form.js'
import { text } from './fields/text.js'
import { yesNo } from './fields/yes-no.js'
import { refusalError } from './form-errors.js'
import { context, everyKind, goodBody, people } from './forms.examples.js'
import { parseForm, pickedIn, typedIn } from './parse-form.js'
import { Refusal } from '../../kernel/refusal.js'

const [wren] = people
const parse = (changes: Record<string, unknown> = {}) => parseForm(everyKind, { ...goodBody, ...changes }, context)

/** The sentences beside one question after some answers were changed. */
function sentences(field: string, changes: Record<string, unknown>): readonly string[] {
  const parsed = parse(changes)
  return parsed.ok ? [] : parsed.errors.filter((error) => error.field === field).map((error) => error.sentence)
}

test('every answer of a good form arrives in its own type', () => {
  const parsed = parse()
  assert.ok(parsed.ok, JSON.stringify(parsed))
  const values: ValuesOf<typeof everyKind.fields> = parsed.values
  const place: 'school' | 'away' | 'online' = values.place
  assert.equal(place, 'online')
  assert.equal(values.happened, 'He said: “I do not like it.”\nThen he went out.')
  assert.equal(values.when.toString(), '2026-11-24T09:15:00Z')
  assert.equal(values.learnt.toString(), '2026-11-24')
  assert.equal(values.rang, null)
  assert.deepEqual(values.who, { people: [{ id: wren?.id, role: 'harmed' }], notKnown: false })
  assert.equal(values.site, 'A building game')
  assert.equal(values.device, null)
  assert.deepEqual(values.kinds, ['unkind', 'asked'])
  assert.equal(values.danger, false)
  assert.equal(values.proof, ' with spaces ', 'spaces of a password count')
})

test('an empty form is told everything that is missing, in the questions’ own words', () => {
  const parsed = parseForm(everyKind, {}, context)
  assert.ok(!parsed.ok)
  assert.deepEqual(
    parsed.errors.map((error) => [error.href, error.sentence]),
    [
      ['#main', 'Part of this page was lost. Go back, open it again and send it once more'],
      ['#happened', 'Tell us what happened'],
      ['#when-day', 'Say when it happened, or when you think it did'],
      ['#learnt-day', 'Say on which day you learnt of it'],
      ['#who-words', 'Choose somebody, or tick that you do not know who'],
      ['#place', 'Choose where it happened'],
      ['#kinds', 'Choose at least one kind, or “I am not sure”'],
      ['#danger', 'Say whether a child is in danger now'],
      ['#proof', 'Type your password'],
    ],
  )
})

test('a body that is no form at all is an empty form, not a fault', () => {
  for (const body of [null, undefined, 'text', 7, []]) assert.equal(parseForm(everyKind, body, context).ok, false)
})

test('a question hanging on another is asked only with that answer', () => {
  assert.deepEqual(sentences('site', { site: '' }), ['Say which game, app or website, or “not known”'])
  const changedMind = parse({ place: 'school', site: 'Typed before changing my mind' })
  assert.ok(changedMind.ok)
  assert.equal(changedMind.values.site, null)
})

test('a question that hangs on one asked later is refused when the program starts', () => {
  const yes = yesNo({ label: 'Later?', missing: 'Say' })
  const hanging = text({ label: 'First?', missing: 'Say', when: { field: 'later', is: 'yes' } })
  assert.throws(() => defineForm({ hanging, later: yes }), /hanging depends on later/)
})

test('nothing typed is lost when something is wrong, but a password never comes back', () => {
  const parsed = parse({ danger: '' })
  assert.ok(!parsed.ok)
  assert.equal(parsed.typed['happened'], goodBody.happened)
  assert.deepEqual(parsed.typed['kinds'], ['unkind', 'asked'])
  assert.equal(parsed.typed['when-time'], '9.15am')
  assert.equal(parsed.typed['proof'], undefined)
})

test('boxes that are not of this form are not kept', () => {
  assert.deepEqual(Object.keys(typedIn(everyKind, { happened: 'x', _csrf: 'y', isAdmin: 'yes' })), ['happened'])
})

test('a name sent twice, a zero byte and a million characters each get a sentence, and stay', () => {
  assert.deepEqual(sentences('happened', { happened: ['one', 'two'] }), [
    'This was sent twice over. Check it and send it again',
  ])
  assert.deepEqual(sentences('happened', { happened: 'a\u0000b' }), [
    'There is a hidden character here that cannot be kept. Type it again without pasting',
  ])
  const long = 'x'.repeat(1_000_000)
  assert.deepEqual(sentences('happened', { happened: long }), [
    'This is 998,000 characters too long. Shorten it to 2,000 or fewer',
  ])
  const parsed = parse({ happened: long })
  assert.equal(parsed.typed['happened'], long)
})

test('names and words in any script are kept, composed', () => {
  const parsed = parse({ happened: 'Zoe\u0308 said 我很难过 😢 مرحبا' })
  assert.ok(parsed.ok)
  assert.equal(parsed.values.happened, 'Zoë said 我很难过 😢 مرحبا')
})

test('an answer that the page never offered is refused', () => {
  assert.deepEqual(sentences('place', { place: 'moon' }), ['Choose one of the answers given here'])
  assert.deepEqual(sentences('kinds', { kinds: ['unkind', 'moon'] }), ['Choose from the answers given here'])
  assert.deepEqual(sentences('danger', { danger: 'perhaps' }), ['Choose one of the answers given here'])
})

test('“I am not sure” cannot stand beside other kinds', () => {
  assert.deepEqual(sentences('kinds', { kinds: ['unkind', 'unsure'] }), [
    'Choose either “I am not sure” or the others, not both',
  ])
})

test('a moment that has not come yet is refused', () => {
  assert.deepEqual(sentences('when', { 'when-time': '11:00' }), ['That is still to come. Check the day and the time'])
  assert.deepEqual(sentences('when', { 'when-day': '25' }), ['That is still to come. Check the day and the time'])
})

test('a time the clocks jumped over is refused; one that came twice is its first', () => {
  const night = { 'when-day': '29', 'when-month': '3', 'when-year': '2026', 'when-time': '1:30' }
  assert.deepEqual(sentences('when', night), [
    'The clocks went forward that night and there was no such time. Check the time',
  ])
  const twice = parse({ 'when-day': '26', 'when-month': '10', 'when-year': '2025', 'when-time': '1:30' })
  assert.ok(twice.ok)
  assert.equal(twice.values.when.toString(), '2025-10-26T00:30:00Z')
})

test('a person is picked only with a role, and only if the page could offer them', () => {
  assert.deepEqual(sentences('who', { [`who-role-${wren?.id}`]: '' }), ['Say how each person was involved'])
  assert.deepEqual(sentences('who', { who: '01980000-0000-7000-8000-00000000dead' }), [
    'Somebody you chose cannot be found any more. Search for them again',
  ])
})

test('“I do not know who” is an answer', () => {
  const parsed = parse({ who: undefined, 'who-not-known': 'yes' })
  assert.ok(parsed.ok)
  assert.deepEqual(parsed.values.who, { people: [], notKnown: true })
})

test('pressing Search looks for people, complains of nothing and keeps everything', () => {
  const parsed = parseForm(everyKind, { happened: 'Half a sen', 'who-words': ' wren oak ', _search: 'who' }, context)
  assert.ok(!parsed.ok)
  assert.deepEqual(parsed.search, { field: 'who', words: 'wren oak' })
  assert.deepEqual(parsed.errors, [])
  assert.equal(parsed.typed['happened'], 'Half a sen')
  assert.deepEqual(pickedIn(everyKind, { who: ['a', 'b', 'a'] }), ['a', 'b'])
})

test('what is stored fills the form again, and reading that gives the same answers', () => {
  const first = parse()
  assert.ok(first.ok)
  const again = parseForm(everyKind, { ...retyped(everyKind, first.values), proof: goodBody.proof }, context)
  assert.ok(again.ok, JSON.stringify(again))
  assert.deepEqual(JSON.stringify(again.values), JSON.stringify(first.values))
})

test('answers are said again in words, each with a link to change it, and what was not asked is left out', () => {
  const parsed = parse({ place: 'school' })
  assert.ok(parsed.ok)
  const rows = answerRows(everyKind, parsed.values, context, (field) => `/report?at=${field}`)
  const said = new Map(rows.map((row) => [row.key.text, row.value.text]))
  assert.equal(said.get('Where did it happen?'), 'At school')
  assert.equal(said.has('Which game, app or website?'), false)
  assert.equal(said.get('When did it happen?'), 'Tuesday 24 November 2026, 09:15')
  assert.equal(said.has('At what time did you ring?'), false)
  const empty = renderToString(h('p', null, said.get('Left empty')))
  assert.match(empty, /<a class="govuk-link" href="\/report\?at=rang">At what time did you ring\?<\/a>/)
  assert.equal(said.get('Your password'), 'Not shown')
  assert.deepEqual(said.get('Who is it about?'), ['Wren Alder, Year 4, Oak class: Was harmed'])
  assert.equal(rows[0]?.actions?.items?.[0]?.href, '/report?at=happened')
})

test('a command’s refusal lands beside its question, or at the top when it has none', () => {
  const sentence = 'That day is before the child joined'
  assert.equal(refusalError(everyKind, new Refusal('invalid', sentence, 'learnt')).href, '#learnt-day')
  assert.equal(refusalError(everyKind, new Refusal('invalid', sentence, 'elsewhere')).href, '#main')
  assert.equal(refusalError(everyKind, new Refusal('conflict', sentence)).href, '#main')
})

test('the types of answers follow the declaration', () => {
  const parsed = parse()
  assert.ok(parsed.ok)
  // @ts-expect-error a question that may be left out may be null
  const device: string = parsed.values.device
  // @ts-expect-error so may one that is not always asked
  const site: string = parsed.values.site
  const learnt: Temporal.PlainDate = parsed.values.learnt
  assert.ok([device, site, learnt].length === 3)
})
