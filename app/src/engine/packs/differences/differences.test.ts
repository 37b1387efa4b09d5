import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OVERLAY, BASE, judgeBase, judgeOverlay, sound } from '../pack.examples.js'
import { differences } from './differences.js'

const base = sound(judgeBase(BASE)).pack
/** What is said when an overlay with this one file takes the place of the base. */
const changed = (path: string, text: string) => {
  const files = new Map([
    ['pack.yaml', OVERLAY.get('pack.yaml') ?? ''],
    [path, text],
  ])
  return differences(base, sound(judgeOverlay(files)).pack)
}

test('a pack does not differ from itself', () => {
  assert.deepEqual(differences(base, base), [])
})

test('who hears first comes first, and is said once', () => {
  assert.deepEqual(changed('routing.yaml', 'routing:\n  first: [headteacher, dsl]\n'), [
    'A concern goes to the headteacher first, then the safeguarding lead; before, it went to the safeguarding lead first, then the headteacher.',
  ])
  assert.deepEqual(changed('routing.yaml', 'routing:\n  child: [headteacher]\n  urgentAlso: [chair]\n'), [
    'What a child tells goes to the headteacher first; before, it went to the safeguarding lead first, then the headteacher.',
    'An urgent concern goes at once to the chair as well.',
  ])
})

test('a concern about a person that goes elsewhere is said with where it went before', () => {
  assert.deepEqual(
    changed(
      'routing.yaml',
      'conflicts:\n  - { id: about-headteacher, to: [dsl] }\n  - { id: about-dsl, about: dsl, to: [headteacher] }\n',
    ),
    [
      'A concern about "Safeguarding lead" goes to the headteacher.',
      'A concern about "Headteacher" goes to the safeguarding lead; outside the school: LADO; before, it went to the chair.',
    ],
  )
})

test('time limits are said in the words of the calendar', () => {
  assert.deepEqual(changed('clocks.yaml', 'clocks:\n  - { id: acknowledge, within: 1 school hour }\n'), [
    'An ordinary concern is acknowledged within 1 school hour; before, the same school day.',
  ])
  const bother = '{ id: bother, starts: bother-received, urgency: any, within: 1 school day, met: answered }'
  assert.deepEqual(changed('clocks.yaml', `clocks:\n  - ${bother}\n`), [
    "A child's worry is answered within 1 school day. This is new.",
  ])
})

test('posts to fill, sign-in rules and the rule on parents are each one sentence', () => {
  const post = '{ id: siro, title: SIRO, plain: Keeps it safe., heldBy: staff, required: true, powers: [] }'
  assert.deepEqual(changed('posts.yaml', `posts:\n  - ${post}\n`), ['New posts to fill: SIRO.'])
  assert.deepEqual(
    changed(
      'sign-in.yaml',
      'signIn: { minLength: 8, composition: [letters, digits, symbols], expires: term, secondFactorFor: [] }\n',
    ),
    [
      'Passwords have at least 8 characters.',
      'Passwords need letters, digits and symbols.',
      'Passwords are changed every term.',
      'Nobody needs a second way to prove who they are.',
    ],
  )
  assert.deepEqual(changed('parents.yaml', 'parentsInformed: { requiredBeforeClose: false }\n'), [
    'A case can close before it is decided whether parents are told.',
  ])
})

test('promises are counted by what happened to them', () => {
  const files = `part: telling
clauses:
  - { id: report-at-once, plain: Tell us now. }
  - { id: read-the-same-day, drop: true, why: Not ours. }
`
  assert.deepEqual(changed('clauses/03-telling.yaml', files), [
    '1 promise is gone: 3.2.',
    '1 promise is worded differently: 3.1.',
  ])
})

test('what may be used is said row by row, as it now stands', () => {
  const phones = '{ id: phones, title: Own phones, adults: certain-times, pupils: not-allowed, times: At lunchtime. }'
  const hacking = '{ id: hacking, title: Breaking in, rating: illegal }'
  assert.deepEqual(changed('technology.yaml', `matrix: [${phones}]\nactions: [${hacking}]\n`), [
    'Own phones: allowed at certain times for adults, not allowed for pupils. At lunchtime.',
    'Breaking in: against the law.',
  ])
})
