import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { accepts } from './accepts.js'
import type { StepId } from './procedure.js'
import type { Offer, Progress } from './progress.js'
import { answer, entered, example, worry } from './procedure.examples.js'

const begun = entered(worry, 'listen', answer('danger', 'no', 'Seen'))

/** An offer as a test writes it. */
type Trying = Omit<Partial<Offer>, 'step'> & { readonly step: string }

function refusal(progress: Progress, offer: Trying) {
  return accepts(worry, progress, { outcome: 'answered', ...offer, step: offer.step as StepId })
}

describe('an entry is taken', () => {
  it('for the step in hand, when it says what is needed', () => {
    assert.equal(refusal([], { step: 'listen', outcome: 'done' }), null)
    assert.equal(refusal(begun, { step: 'note', values: { what: 'He told me', seen: 'not-known' } }), null)
  })

  it('to correct a step that is done', () => {
    assert.equal(refusal(begun, { step: 'danger', answers: ['yes'] }), null)
  })

  it('to skip a step that may be skipped, with a reason', () => {
    const noted = [...begun, ...entered(worry, 'note')]
    assert.equal(refusal(noted, { step: 'thank', outcome: 'skipped', reason: 'They asked not to be' }), null)
  })
})

describe('an entry is refused, with a sentence', () => {
  const cases: readonly (readonly [string, Progress, Trying, RegExp, string?])[] = [
    ['for a step that does not exist', begun, { step: 'fly' }, /no such step/],
    [
      'for a step whose turn it is not',
      begun,
      { step: 'release', answers: ['approved'] },
      /step in hand is “Write it down”/,
    ],
    ['for a step that is only on another path', begun, { step: 'ring', outcome: 'done' }, /not the step in hand/],
    [
      'to close while steps are open, naming them',
      begun,
      { step: 'close', outcome: 'done' },
      /“Write it down”; “May the device go back\?”/,
    ],
    ['to skip what must be done', begun, { step: 'note', outcome: 'skipped', reason: 'Busy' }, /cannot be skipped/],
    [
      'to skip without a reason',
      [...begun, ...entered(worry, 'note')],
      { step: 'thank', outcome: 'skipped', reason: ' ' },
      /Say why/,
      'reason',
    ],
    [
      'for an answer that is not offered',
      begun,
      { step: 'danger', answers: ['perhaps'] },
      /not one of those offered/,
      'answers',
    ],
    ['for no answer', begun, { step: 'danger', answers: [] }, /Choose an answer/, 'answers'],
    [
      'for two answers to one question',
      begun,
      { step: 'danger', answers: ['yes', 'not-known'] },
      /one answer only/,
      'answers',
    ],
    [
      'for an answer without the reason it needs',
      begun,
      { step: 'danger', answers: ['no'] },
      /Say why you answered “No”/,
      'reason',
    ],
    [
      'for a required field left blank',
      begun,
      { step: 'note', values: { what: '  ', seen: 'yes' } },
      /“What happened\?” needs an answer/,
      'what',
    ],
    [
      'for a time that is none',
      begun,
      { step: 'note', values: { what: 'x', when: '2026-02-30T10:00', seen: 'no' } },
      /needs a date and a time/,
      'when',
    ],
    [
      'for a field answer that is not offered',
      begun,
      { step: 'note', values: { what: 'x', seen: 'maybe' } },
      /has no answer “maybe”/,
      'seen',
    ],
    [
      'for a field that the step does not have',
      begun,
      { step: 'note', values: { what: 'x', seen: 'no', picture: 'a' } },
      /no place for “picture”/,
    ],
    [
      'for an answer where none is asked',
      [],
      { step: 'listen', outcome: 'done', answers: ['yes'] },
      /asks no question/,
    ],
    [
      'for a question that is only ticked off',
      begun,
      { step: 'note', outcome: 'done', values: { what: 'x', seen: 'no' } },
      /has to be answered/,
    ],
  ]
  for (const [title, progress, offer, sentence, field] of cases) {
    it(title, () => {
      const found = refusal(progress, offer)
      assert.match(found?.sentence ?? 'it was taken', sentence)
      assert.equal(found?.field, field)
    })
  }

  it('for a referral without the time, the person spoken to or a reference', () => {
    const ringing = entered(worry, 'listen', answer('danger', 'yes'))
    const values = { 'told-at': '2026-11-24T10:42', 'spoke-to': 'Control room' }
    const found = accepts(worry, ringing, { step: 'ring' as StepId, outcome: 'done', values })
    assert.equal(found?.field, 'reference')
    assert.equal(
      accepts(worry, ringing, {
        step: 'ring' as StepId,
        outcome: 'done',
        values: { ...values, reference: 'none given' },
      }),
      null,
    )
  })

  it('after closing, for the closing itself', () => {
    const closed = [...begun, ...entered(worry, 'note', 'thank', answer('release', 'approved'), 'close')]
    assert.match(refusal(closed, { step: 'close', outcome: 'done' })?.sentence ?? '', /is closed/)
    assert.equal(refusal(closed, { step: 'danger', answers: ['yes'] }), null)
  })
})

describe('what the caller knows', () => {
  const alone = example(`
    - { id: look, kind: instruct, must: true, inPerson: true, by: dsl, title: Look, next: wait }
    - { id: wait, kind: wait, by: dsl, for: 5 school days, title: Give it a week, next: close }
    - { id: close, kind: close, by: dsl, title: Close }`)
  const look = { step: 'look' as StepId, outcome: 'done' } as const
  const wait = { step: 'wait' as StepId, outcome: 'done' } as const

  it('decides whether somebody may act as a post, in person where the step says so', () => {
    const asked: unknown[] = []
    const mayActAs = (...question: readonly [string, boolean]) => (asked.push(question), false)
    assert.equal(accepts(alone, [], look, { mayActAs })?.kind, 'not-allowed')
    assert.deepEqual(asked, [['dsl', true]])
  })

  it('decides whether a wait is over, from the entry before it', () => {
    const looked = entered(alone, 'look')
    const early = accepts(alone, looked, wait, {
      waitIsOver: (span, since) => span !== '5 school days' || since !== looked[0]?.at,
    })
    assert.match(early?.sentence ?? '', /not over yet/)
    assert.equal(accepts(alone, looked, wait, { waitIsOver: () => true }), null)
    assert.equal(
      accepts(alone, looked, { ...wait, outcome: 'skipped', reason: 'Leaves on Friday' }, { waitIsOver: () => false }),
      null,
    )
  })
})
