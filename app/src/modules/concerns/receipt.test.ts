import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { SchoolId } from '../../kernel/ids.js'
import { isSlipSecret, newReceipt, receiptHash, wordsOpenForDays, wordsStillOpen } from './receipt.js'
import { receiptWords } from './receipt-words.js'
import { slipsBetween, sounded } from './spelling.js'

const oakfield = 'school-a' as SchoolId
const key = Buffer.alloc(32, 1)

test('there are enough receipt words for the attack cost in decision 0006', () => {
  assert.ok(receiptWords.length >= 1150, `only ${receiptWords.length} words`)
  assert.equal(new Set(receiptWords).size, receiptWords.length, 'no word twice')
})

test('every receipt word is plain letters, short enough to copy', () => {
  for (const word of receiptWords) assert.match(word, /^[a-z]{3,13}$/, word)
})

test('no two receipt words differ by one slip of the pen, so one slip never opens another conversation', () => {
  const close = receiptWords.flatMap((a, i) =>
    receiptWords
      .slice(i + 1)
      .filter((b) => Math.abs(a.length - b.length) <= 1 && slipsBetween(a, b) < 2)
      .map((b) => `${a}/${b}`),
  )
  assert.deepEqual(close, [])
})

test('words that sound like another, or say something about a child, a room or a body, are not in the list', () => {
  const twins = 'pear pair knight night flour flower bear hare key quay whale deer plum'
  const unfit = 'teacher headteacher bedroom shower camera knife gun monday daisy pig ghost'
  const refused = `${twins} ${unfit}`.split(' ')
  assert.deepEqual(
    refused.filter((word) => receiptWords.includes(word)),
    [],
  )
})

test('a receipt has three different words and a secret of 128 bits', () => {
  const receipts = Array.from({ length: 500 }, () => newReceipt())
  for (const { words, secret } of receipts) {
    assert.equal(new Set(words).size, 3)
    assert.ok(words.every((word) => receiptWords.includes(word)))
    assert.ok(isSlipSecret(secret))
    assert.equal(Buffer.from(secret, 'base64url').length, 16)
  }
  assert.equal(new Set(receipts.map(({ secret }) => secret)).size, 500)
  assert.equal(new Set(receipts.map(({ words }) => words.join(' '))).size, 500)
})

test('every word of the list can be drawn, and the same word is drawn again rather than given twice', () => {
  const draws = [7, 7, 0, receiptWords.length - 1]
  const { words } = newReceipt((below) => {
    assert.equal(below, receiptWords.length)
    return draws.shift() ?? 1
  })
  assert.deepEqual(words, [receiptWords[7], receiptWords[0], receiptWords.at(-1)])
})

test('the stored hash depends on the key, the school, the order and whether it is words or a slip', () => {
  const hash = receiptHash(key, oakfield, ['otter', 'lemon', 'kite'])
  const others = [
    receiptHash(Buffer.alloc(32, 2), oakfield, ['otter', 'lemon', 'kite']),
    receiptHash(key, 'school-b' as SchoolId, ['otter', 'lemon', 'kite']),
    receiptHash(key, oakfield, ['lemon', 'otter', 'kite']),
    receiptHash(key, oakfield, 'otter lemon kite'),
  ]
  assert.equal(hash, receiptHash(key, oakfield, ['otter', 'lemon', 'kite']))
  assert.ok(!others.includes(hash))
  assert.doesNotMatch(hash, /otter|lemon|kite/)
})

test('only 22 characters of base64url are a slip secret', () => {
  for (const text of ['', 'otter', 'A'.repeat(21), 'A'.repeat(23), `${'A'.repeat(21)}=`, `${'A'.repeat(21)}'`])
    assert.equal(isSlipSecret(text), false, text)
})

test('words given on the last day of the summer term still open the answer in September', () => {
  const term = Temporal.Instant.from('2027-07-21T14:00:00Z')
  assert.equal(wordsStillOpen(term, Temporal.Instant.from('2027-09-06T08:00:00Z')), true)
  assert.equal(wordsStillOpen(term, term.add({ hours: 24 * wordsOpenForDays - 1 })), true)
  assert.equal(wordsStillOpen(term, term.add({ hours: 24 * wordsOpenForDays })), false)
})

test('slips of the pen are counted one by one', () => {
  assert.equal(slipsBetween('kite', 'kite'), 0)
  assert.equal(slipsBetween('kiet', 'kite'), 1)
  assert.equal(slipsBetween('lemun', 'lemon'), 1)
  assert.equal(slipsBetween('oter', 'otter'), 1)
  assert.equal(slipsBetween('', 'otter'), 5)
  assert.equal(slipsBetween('zebra', ''), 5)
})

test('a spelling by ear sounds like the word, and other words do not', () => {
  assert.equal(sounded('elefunt'), sounded('elephant'))
  assert.equal(sounded('byskit'), sounded('biscuit'))
  assert.equal(sounded('nite'), sounded('knight'))
  assert.notEqual(sounded('kite'), sounded('kitten'))
  assert.notEqual(sounded('castle'), sounded('cassette'))
})
