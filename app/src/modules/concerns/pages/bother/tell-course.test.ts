import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyDraft, exampleOffered, fullDraft } from './bother.examples.js'
import { longestTold, readDraft, soFar, type BotherDraft, type TellStep } from './bother-draft.js'
import { readPress, tellMove } from './tell-course.js'
import { botherWords, sayFrom } from './words.js'

const say = sayFrom(botherWords)
const unkind: BotherDraft = { ...emptyDraft, bothers: ['unkind'] }
const moveFrom = (step: TellStep, draft: BotherDraft, press: Partial<ReturnType<typeof readPress>> = {}) =>
  tellMove(draft, { step, go: 'next', after: null, ...press }, say)

test('a child sends a bother with three taps: tell us here, a picture, send it now', () => {
  const draft = readDraft({ step: 'what', bothers: 'unkind', go: 'send', once: 'k' }, exampleOffered)
  assert.deepEqual(tellMove(draft, readPress({ step: 'what', go: 'send' }), say), { kind: 'send' })
  assert.deepEqual(draft, { ...emptyDraft, bothers: ['unkind'], once: 'k' })
})

test('the long way asks what, who, name, wish, and shows it all before it is sent', () => {
  const steps: TellStep[] = ['what']
  for (let step: TellStep = 'what'; step !== 'check';) {
    const move = moveFrom(step, unkind)
    assert.equal(move.kind, 'show')
    step = move.kind === 'show' ? move.step : 'check'
    steps.push(step)
  }
  assert.deepEqual(steps, ['what', 'who', 'name', 'wish', 'check'])
  assert.deepEqual(moveFrom('check', unkind), { kind: 'send' })
})

test('only a child who said yes is asked for a name', () => {
  assert.deepEqual(moveFrom('name', { ...unkind, naming: 'yes' }), { kind: 'show', step: 'name-boxes' })
  assert.deepEqual(moveFrom('name', { ...unkind, naming: 'no' }), { kind: 'show', step: 'wish' })
  assert.deepEqual(moveFrom('wish', { ...unkind, naming: 'no' }, { go: 'back' }), { kind: 'show', step: 'name' })
})

test('a picture or a few words are enough; neither comes back with a sentence, and so does an account too long', () => {
  const empty = moveFrom('what', emptyDraft)
  assert.ok(empty.kind === 'show' && empty.step === 'what' && empty.problem?.field === 'bothers')
  assert.deepEqual(moveFrom('what', { ...emptyDraft, told: 'x' }), { kind: 'show', step: 'who' })
  const long = moveFrom('what', { ...emptyDraft, told: 'x'.repeat(longestTold + 1) }, { go: 'send' })
  assert.ok(long.kind === 'show' && long.problem?.field === 'told')
})

test('nothing empty is ever sent, whichever page the button was on', () => {
  for (const step of ['who', 'name', 'wish', 'check'] as const) {
    const move = moveFrom(step, emptyDraft, { go: 'send' })
    assert.ok(move.kind === 'show' && move.step === 'what', step)
  }
})

test('going back never scolds', () => {
  assert.deepEqual(moveFrom('who', emptyDraft, { go: 'back' }), { kind: 'show', step: 'what' })
  assert.deepEqual(moveFrom('name-boxes', { ...emptyDraft, naming: 'yes' }, { go: 'back' }), {
    kind: 'show',
    step: 'name',
  })
})

test('a change on the last page comes back to it, by way of the boxes if the child now gives a name', () => {
  assert.deepEqual(moveFrom('check', unkind, { go: 'who', after: 'check' }), { kind: 'show', step: 'who' })
  assert.deepEqual(moveFrom('who', unkind, { after: 'check' }), { kind: 'show', step: 'check' })
  const named = { ...unkind, naming: 'yes' as const }
  assert.deepEqual(moveFrom('name', named, { after: 'check' }), { kind: 'show', step: 'name-boxes' })
  assert.deepEqual(moveFrom('name-boxes', { ...named, name: 'Robin' }, { after: 'check' }), {
    kind: 'show',
    step: 'check',
  })
})

test('a child who said yes and then no has taken the name back', () => {
  const said = { 'so-far': soFar(fullDraft, []), naming: 'no' }
  const { naming, name, className } = readDraft(said, exampleOffered)
  assert.deepEqual({ naming, name, className }, { naming: 'no', name: '', className: '' })
})

test('the tile just tapped counts, not the answer carried along', () => {
  const carried = soFar({ ...fullDraft, about: 'me' }, [])
  assert.equal(readDraft({ 'so-far': carried, about: 'somebody-else' }, exampleOffered).about, 'somebody-else')
  assert.equal(readDraft({ 'so-far': carried }, exampleOffered).about, 'me')
})

test('a tick taken away is taken away, although it was carried along before', () => {
  const carried = soFar(fullDraft, ['adult'])
  assert.equal(readDraft({ 'so-far': carried }, exampleOffered).adult, false)
  assert.equal(readDraft({ 'so-far': carried, adult: 'yes' }, exampleOffered).adult, true)
})

test('a carried draft that was tampered with is an empty one', () => {
  for (const held of ['', '{', 'null', '7', '"x"', '[1]', '{"bothers":{"length":9}}', '{"__proto__":{"told":"x"}}'])
    assert.deepEqual(readDraft({ 'so-far': held }, exampleOffered), { ...emptyDraft, once: '' }, held)
})

test('what no page offers is left out, and no form however strange throws', () => {
  const strange = {
    bothers: ['unkind', 'unkind', 'gun', { a: 1 }],
    told: { length: 3 },
    about: 'everyone',
    adult: 'true',
    naming: 7,
    wish: '__proto__',
    once: 'x'.repeat(900),
  }
  assert.deepEqual(readDraft(strange, exampleOffered), {
    ...emptyDraft,
    bothers: ['unkind'],
    once: 'x'.repeat(64),
  })
  assert.deepEqual(readPress({ step: 'nowhere', go: {}, after: 'lunch' }), { step: 'what', go: 'next', after: null })
})

test('a full draft survives every page unchanged: nothing typed is lost', () => {
  assert.deepEqual(readDraft({ 'so-far': soFar(fullDraft, []) }, exampleOffered), fullDraft)
})
