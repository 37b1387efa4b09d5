import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nextStep } from './next-step.js'
import { path } from './path.js'
import type { Progress } from './progress.js'
import { answer, entered, example, worry } from './procedure.examples.js'
import { remaining } from './remaining.js'

const ids = (steps: readonly { id: string }[]) => steps.map((step) => step.id)
const doneIn = (progress: Progress) => ids(path(worry, progress).done.map(({ step }) => step))

describe('the path of a procedure', () => {
  it('begins at its start, with what is certain to come', () => {
    const { done, now, next } = path(worry, [])
    assert.deepEqual(done, [])
    assert.equal(now?.id, 'listen')
    assert.deepEqual(ids(next), ['danger', 'note', 'thank', 'release', 'close'])
  })

  it('takes the branch of the answer given', () => {
    assert.equal(nextStep(worry, entered(worry, 'listen', answer('danger', 'yes')))?.id, 'ring')
    assert.equal(nextStep(worry, entered(worry, 'listen', answer('danger', 'not-known')))?.id, 'ring')
    assert.equal(nextStep(worry, entered(worry, 'listen', answer('danger', 'no', 'Seen')))?.id, 'note')
  })

  it('takes no condition as met by a question that was skipped', () => {
    const optional = example(`
      - id: hurt
        kind: ask
        by: dsl
        title: Is anybody hurt?
        options: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]
        next: [{ when: { answer: hurt, is: 'yes' }, go: help }, { go: close }]
      - { id: help, kind: instruct, by: dsl, title: Help, next: close }
      - { id: close, kind: close, by: dsl, title: Close }`)
    const skipped = { step: optional.start, outcome: 'skipped', reason: 'Asked before' } as const
    assert.equal(nextStep(optional, entered(optional, skipped))?.id, 'close')
  })

  it('is closed when its closing step is done', () => {
    const progress = entered(
      worry,
      'listen',
      answer('danger', 'no', 'Seen'),
      'note',
      'thank',
      answer('release', 'approved'),
      'close',
    )
    assert.equal(nextStep(worry, progress), null)
    assert.deepEqual(path(worry, progress).next, [])
  })
})

describe('a corrected answer', () => {
  const closed = entered(
    worry,
    'listen',
    answer('danger', 'no', 'Seen'),
    'note',
    'thank',
    answer('release', 'approved'),
    'close',
  )
  const corrected = [...closed, ...entered(worry, answer('danger', 'yes'))]

  it('draws the path anew and opens the case again', () => {
    assert.equal(nextStep(worry, corrected)?.id, 'ring')
    assert.deepEqual(doneIn(corrected), ['listen', 'danger'])
  })

  it('leaves the old answer in the record', () => {
    assert.deepEqual(
      corrected.filter((entry) => entry.step === 'danger').map((entry) => entry.answers),
      [['no'], ['yes']],
    )
  })

  it('does not ask again for what was done before and still counts', () => {
    const referred = [...corrected, ...entered(worry, 'ring')]
    assert.equal(nextStep(worry, referred)?.id, 'release')
    assert.deepEqual(doneIn(referred), ['listen', 'danger', 'ring', 'note', 'thank'])
  })

  it('makes permissions that rest on it void, and the closing with them', () => {
    const again = [...corrected, ...entered(worry, 'ring', answer('release', 'approved'))]
    assert.equal(nextStep(worry, again)?.id, 'close')
    assert.equal(nextStep(worry, [...again, ...entered(worry, 'close')]), null)
  })

  it('keeps what was done on the former path in the record when it is changed back', () => {
    const back = [...corrected, ...entered(worry, 'ring', answer('danger', 'no', 'Seen after all'))]
    assert.ok(back.some((entry) => entry.step === 'ring'))
    assert.deepEqual(doneIn(back), ['listen', 'danger', 'note', 'thank'])
  })
})

describe('what is left before closing', () => {
  it('is the step in hand and every must step that is certain to come', () => {
    assert.deepEqual(ids(remaining(worry, [])), ['listen', 'danger', 'note', 'release'])
  })

  it('is nothing once closing is the next thing to do', () => {
    const ready = entered(
      worry,
      'listen',
      answer('danger', 'no', 'Seen'),
      'note',
      'thank',
      answer('release', 'approved'),
    )
    assert.deepEqual(remaining(worry, ready), [])
  })

  it('does not count what was done before a correction', () => {
    const progress = entered(worry, 'listen', answer('danger', 'no', 'Seen'), 'note', 'thank', answer('danger', 'yes'))
    assert.deepEqual(ids(remaining(worry, progress)), ['ring', 'release'])
  })
})
