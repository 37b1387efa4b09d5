import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differences } from './differences/differences.js'
import { layOver } from './lay-over.js'
import { clauseOf, clausesOf } from './lookup.js'
import { KNOWN, OVERLAY, judgeOverlay, said, sound } from './pack.examples.js'
import { unfinished } from './unfinished.js'

const named = sound(judgeOverlay(OVERLAY))
const laid = (clauses: string) =>
  layOver(named.pack, new Map([['clauses/03-telling.yaml', `part: telling\nclauses:\n${clauses}`]]), {
    known: KNOWN,
    label: 'your changes',
  })

test('a school’s own words replace the pack’s, and the rest of the pack stays', () => {
  const { pack, hash } = sound(laid('  - { id: read-the-same-day, text: We read it before home time. }\n'))
  assert.equal(clauseOf(pack, 'read-the-same-day')?.text, 'We read it before home time.')
  assert.equal(clauseOf(pack, 'read-the-same-day')?.plain, 'We read it the same day.')
  assert.equal(clausesOf(pack).length, clausesOf(named.pack).length)
  assert.deepEqual([pack.id, pack.title, pack.base], [named.pack.id, named.pack.title, 'small'])
  assert.notEqual(hash, named.hash)
})

test('no change at all is the same policy, with the same hash', () => {
  assert.equal(sound(layOver(named.pack, new Map(), { known: KNOWN, label: 'your changes' })).hash, named.hash)
})

test('what the pack says must stay cannot be dropped by the school', () => {
  assert.match(said(laid('  - { id: report-at-once, drop: true, why: We disagree. }\n')).join(), /marked "must"/)
})

test('a change that names nobody, has no words or holds HTML is refused with a sentence', () => {
  assert.match(said(laid('  - { id: read-the-same-day, posts: [dls] }\n')).join(), /did you mean "dsl"/)
  assert.match(said(laid('  - { id: read-the-same-day, text: "" }\n')).join(), /must be words/)
  assert.match(said(laid('  - { id: read-the-same-day, text: "<b>Now</b>" }\n')).join(), /HTML|tag/i)
})

test('identity and procedures are not a school’s to change', () => {
  const files = new Map([['pack.yaml', OVERLAY.get('pack.yaml') ?? '']])
  assert.match(said(layOver(named.pack, files, { known: KNOWN, label: 'your changes' })).join(), /belong to the pack/)
})

test('blanks and references to nothing are found, with the promise they are in', () => {
  const { pack } = sound(laid('  - { id: read-the-same-day, text: "[Name] reads it, see promise 9.4 and 3.1." }\n'))
  assert.deepEqual(
    unfinished(pack).map(({ clause, sentence }) => [clause?.id, sentence]),
    [
      ['read-the-same-day', 'Promise 3.2 still has a blank: [Name]'],
      ['read-the-same-day', 'Promise 3.2 points to 9.4, which this policy does not have.'],
    ],
  )
  assert.deepEqual(unfinished(named.pack), [])
})

test('a changed parameter and another way of adopting are each one sentence', () => {
  const keptBy = '[{ mechanism: same-day-triage, with: { clock: acknowledge, aspect: urgent } }]'
  const { pack } = sound(laid(`  - { id: read-the-same-day, keptBy: ${keptBy} }\n`))
  assert.deepEqual(differences(named.pack, pack), [
    'Promise 3.2 is now set to “clock acknowledge, aspect urgent”; before, “clock acknowledge”.',
  ])
  const adoption = new Map([['adoption.yaml', 'adoption:\n  steps:\n    - { id: approved, quorum: 2 }\n']])
  const other = sound(layOver(named.pack, adoption, { known: KNOWN, label: 'your changes' }))
  assert.deepEqual(differences(named.pack, other.pack), [
    'Before a version takes force: agreed by the headteacher and approved by governors (2 people).',
  ])
})
