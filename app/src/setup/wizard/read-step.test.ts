import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { handTyped, readStep, slugFrom } from './read-step.js'

describe('what somebody answers while setting a school up', () => {
  test('a short name is made from the school’s own, without accents or apostrophes', () => {
    assert.equal(slugFrom('St Brénna’s C of E Primary'), 'st-brennas-c-of-e-primary')
    assert.equal(slugFrom('  ***  '), '')
    assert.equal(readStep.school({ name: 'Oak Lane', slug: '' }).slug, 'oak-lane')
    assert.equal(readStep.school({ name: 'Oak Lane', slug: 'ours' }).slug, 'ours')
  })

  test('people typed by hand need only a name; work, address and kind may follow in any order', () => {
    assert.deepEqual(handTyped('Hetty Brook, Headteacher, hetty@school.example\n\nGwen Moss, governor\nCher'), [
      { given: 'Hetty', family: 'Brook', kind: 'staff', job: 'Headteacher', email: 'hetty@school.example' },
      { given: 'Gwen', family: 'Moss', kind: 'governor', job: null, email: null },
      { given: '', family: 'Cher', kind: 'staff', job: null, email: null },
    ])
  })

  test('an empty choice of a holder leaves the post empty, and unticked people get no sign-in', () => {
    assert.deepEqual(readStep.posts({ 'post-dsl': 'hand:1', 'post-dpo': '' }).holders, { dsl: ['hand:1'] })
    assert.deepEqual(
      readStep['sign-ins']({ 'sign-in': 'hand:1', 'username-hand:1': 'dan', 'username-hand:2': 'x' }).signIns,
      [{ key: 'hand:1', username: 'dan' }],
    )
  })

  test('a body with the wrong shape is read as nothing, never as a fault', () => {
    assert.deepEqual(readStep.school({ name: ['a', 'b'], phone: {} }), { name: '', slug: '', phone: null })
    assert.deepEqual(readStep.people({}), { byHand: [], skipBad: false })
  })
})
