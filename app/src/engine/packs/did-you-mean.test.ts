import assert from 'node:assert/strict'
import { test } from 'node:test'
import { didYouMean } from './did-you-mean.js'

const known = ['concern-report', 'concern-record', 'dsl', 'headteacher']

test('a word with letters missing or swapped leads to the word that was meant', () => {
  assert.equal(didYouMean('concern-reprt', known), '; did you mean "concern-report"?')
  assert.equal(didYouMean('haedteacher', known), '; did you mean "headteacher"?')
  assert.equal(didYouMean('dls', known), '; did you mean "dsl"?')
})

test('a word that is near nothing gets no guess', () => {
  assert.equal(didYouMean('swimming-pool', known), '')
  assert.equal(didYouMean('', known), '')
  assert.equal(didYouMean('dsl', []), '')
})
