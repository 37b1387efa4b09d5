import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judge } from './conditions.js'
import type { AnswerRef, Condition } from './procedure.js'

/** a is yes, b is no, c was skipped; anything else has not been asked. */
const answers: Readonly<Record<string, readonly string[]>> = { a: ['yes'], b: ['no'], c: [], d: ['one', 'two'] }
const is = (answer: string, value = 'yes'): Condition => ({ answer: answer as AnswerRef, is: value })
const verdict = (condition: Condition | null) => judge(condition, (ref) => answers[ref])

describe('a condition', () => {
  it('compares one answer with one value or several', () => {
    assert.equal(verdict(is('a')), true)
    assert.equal(verdict(is('b')), false)
    assert.equal(verdict({ answer: 'b' as AnswerRef, in: ['yes', 'no'] }), true)
    assert.equal(verdict(is('d', 'two')), true)
  })

  it('always holds when there is none', () => assert.equal(verdict(null), true))

  it('does not hold for what was skipped', () => assert.equal(verdict(is('c')), false))

  it('stays open while the answer is missing', () => assert.equal(verdict(is('later')), 'open'))

  it('that needs all holds only when every part does, and fails as soon as one fails', () => {
    assert.equal(verdict({ all: [is('a'), is('d', 'one')] }), true)
    assert.equal(verdict({ all: [is('a'), is('later')] }), 'open')
    assert.equal(verdict({ all: [is('b'), is('later')] }), false)
  })

  it('that needs any holds as soon as one part does', () => {
    assert.equal(verdict({ any: [is('later'), is('a')] }), true)
    assert.equal(verdict({ any: [is('b'), is('later')] }), 'open')
    assert.equal(verdict({ any: [is('b'), is('c')] }), false)
  })
})
