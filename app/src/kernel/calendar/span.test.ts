import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseSpan, spanInWords, spanOf, withinWords } from './span.js'

describe('a span of time in a pack', () => {
  const written = ['at once', 'same school day', 'term', '5 minutes', '1 hour', '28 days', '2 weeks', '6 months']
  for (const text of [...written, '2 school hours', '1 school day', '5 working days']) {
    it(`"${text}" is read and written back the same`, () => assert.equal(spanInWords(spanOf(text)), text))
  }

  it('may have capitals, extra spaces, and one with a plural', () => {
    assert.deepEqual(parseSpan('  2 School   Hours '), { unit: 'school hour', count: 2 })
    assert.deepEqual(parseSpan('1 school days'), { unit: 'school day', count: 1 })
  })

  for (const text of [
    '',
    'soon',
    'hours',
    '2',
    '2 terms',
    '-1 days',
    '1.5 hours',
    '2 sprints',
    '1e3 days',
    'two hours',
  ]) {
    it(`"${text}" is refused with a sentence that shows how to write one`, () => {
      const sentence = parseSpan(text)
      assert.ok(typeof sentence === 'string', 'expected a sentence')
      assert.match(sentence, /such as "2 school hours"/)
    })
  }

  it('of nought or of a century is taken for a slip of the pen', () => {
    assert.match(String(parseSpan('0 hours')), /no time at all.*at once/)
    assert.match(String(parseSpan('1000 months')), /999 months is the most/)
    assert.throws(() => spanOf('0 hours'), RangeError)
  })

  it('ends a sentence', () => {
    const words = ['at once', 'same school day', 'term', '2 school hours'].map((text) => withinWords(spanOf(text)))
    assert.deepEqual(words, ['at once', 'the same school day', 'by the end of term', 'within 2 school hours'])
  })
})
