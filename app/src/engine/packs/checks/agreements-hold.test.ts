import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BASE, edited, judgeBase, judgeOverlay, OVERLAY, said, sound } from '../pack.examples.js'

const STAFF = 'agreements/staff.yaml'
const files = new Map([
  ...BASE,
  [
    'key-messages.yaml',
    `keyMessages:
  - { id: tell, title: Tell somebody, for: [staff], changed: 2026-09-01, must: true }
  - { id: kind, title: Be kind, for: [staff], changed: 2026-09-01 }
technologies:
  - { id: internet, title: The internet, for: [staff] }
`,
  ],
  ['access-gate.yaml', `gate:\n  - { id: staff-login, what: login, for: [any-staff], awareness: false }\n`],
  [
    STAFF,
    `id: staff
title: Staff agreement
version: 1.0.0
reader: staff
of: { kinds: [staff] }
signers: [self]
renewal: school-year
mercy: 10 school days
opens: [login]
countersign: headteacher
checked: 2026-09-07
intro: Please read this.
promise: I will keep to it.
unsigned: No login.
clauses:
  - { id: report, text: I report worries at once., says: [tell], covers: [internet] }
  - { id: may, text: May we write to you?, ask: { yes: 'Yes', no: 'No' } }
languages:
  - id: pl
    title: Umowa
    intro: Prosimy przeczytać.
    promise: Będę przestrzegać.
    clauses:
      - { id: report, text: Zgłaszam obawy od razu. }
      - { id: may, text: Czy możemy pisać?, yes: Tak, no: Nie }
`,
  ],
])
const planted = (path: string, from: string, to: string) => said(judgeBase(edited(files, path, from, to)))

test('an agreement that says what the policy requires is taken', () => {
  assert.deepEqual(said(judgeBase(files)), [])
})

test('a text that lacks what the policy requires is refused; one that lacks a lesser message is not', () => {
  assert.deepEqual(planted(STAFF, 'says: [tell], ', ''), [
    'packs/small/agreements/staff.yaml line 15: agreement "staff" lacks a clause that says "tell" (Tell somebody), which the policy requires.',
  ])
})

test('a language is whole or refused, its answers included', () => {
  assert.match(
    planted(STAFF, '      - { id: report, text: Zgłaszam obawy od razu. }\n', '')[0] ?? '',
    /"pl" lacks its clause "report"/,
  )
  assert.match(planted(STAFF, ', yes: Tak', '')[0] ?? '', /"pl" lacks its clause "may"/)
  assert.match(
    planted(STAFF, 'id: report, text: Zgł', 'id: raport, text: Zgł').join(' '),
    /clause "raport" that English has not/,
  )
})

test('names inside agreements stand for something', () => {
  const wrong = [
    ['says: [tell]', 'says: [tell, tale]', /names the key message "tale"/],
    ['covers: [internet]', 'covers: [internot]', /names the technology "internot"/],
    ['countersign: headteacher', 'countersign: headteecher', /names the post "headteecher"/],
    ['mercy: 10 school days', 'mercy: soon', /"soon" is not a length of time/],
    ['checked: 2026-09-07', 'checked: 2026-02-30', /not a day of the calendar/],
    ['id: staff\n', 'id: staf\n', /must have the id "staff"/],
  ] as const
  for (const [from, to, sentence] of wrong) assert.match(planted(STAFF, from, to).join(' '), sentence, to)
})

test('pictures are there for every clause of a text that is read by looking', () => {
  assert.match(planted(STAFF, 'reader: staff', 'reader: staff\nlook: pictures').join(' '), /clause "report" has none/)
})

test('what the gate keeps shut some agreement opens', () => {
  assert.match(planted('access-gate.yaml', 'what: login', 'what: email')[0] ?? '', /no agreement opens it/)
})

test('a year group is asked for one pupils’ agreement', () => {
  const pupils = (id: string) =>
    (files.get(STAFF) ?? '')
      .replace('id: staff', `id: ${id}`)
      .replace('reader: staff', 'reader: ks1')
      .replace('{ kinds: [staff] }', "{ kinds: [pupil], years: ['1'] }")
  const both = new Map([...files, ['agreements/one.yaml', pupils('one')], ['agreements/two.yaml', pupils('two')]])
  assert.match(said(judgeBase(both)).join(' '), /"one" and "two" are both asked of year 1/)
})

test('an overlay changes one clause of a text by its id and leaves the rest', () => {
  const over = new Map([
    ...OVERLAY,
    [STAFF, `id: staff\nclauses:\n  - { id: report, text: I report to the headteacher. }\n`],
  ])
  const { pack } = sound(judgeOverlay(over, files))
  assert.deepEqual(
    pack.agreements[0]?.clauses.map(({ text }) => text),
    ['I report to the headteacher.', 'May we write to you?'],
  )
})
