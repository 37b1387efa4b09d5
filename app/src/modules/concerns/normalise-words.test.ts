import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normaliseWords } from './normalise-words.js'
import { receiptWords } from './receipt-words.js'

const wordsOf = (...typed: string[]) => normaliseWords(typed).words

test('three words typed right are those three words, in their order', () => {
  assert.deepEqual(wordsOf('otter', 'lemon', 'kite'), ['otter', 'lemon', 'kite'])
  assert.deepEqual(wordsOf('kite', 'otter', 'lemon'), ['kite', 'otter', 'lemon'])
})

test('capitals, spaces, full stops and accents do not matter', () => {
  assert.deepEqual(wordsOf(' OTTER ', 'Lemon.', 'kíte'), ['otter', 'lemon', 'kite'])
  assert.deepEqual(wordsOf('sand castle', 'snow-flake', 'kite'), ['sandcastle', 'snowflake', 'kite'])
})

test('all three typed into one box are read as three', () => {
  assert.deepEqual(wordsOf('otter, lemon, kite', '', ''), ['otter', 'lemon', 'kite'])
  assert.deepEqual(wordsOf('', 'otter lemon kite', ''), ['otter', 'lemon', 'kite'])
  assert.deepEqual(wordsOf('otter · lemon · kite'), ['otter', 'lemon', 'kite'])
})

test('a seven-year-old’s spelling is understood', () => {
  for (const [typed, word] of [
    ['oter', 'otter'],
    ['elefunt', 'elephant'],
    ['butterfli', 'butterfly'],
    ['umbrela', 'umbrella'],
    ['hedghog', 'hedgehog'],
    ['sissors', 'scissors'],
    ['spagetti', 'spaghetti'],
    ['bannjo', 'banjo'],
    ['penggwin', 'penguin'],
    ['dolfin', 'dolphin'],
    ['crocadile', 'crocodile'],
    ['choklate', 'chocolate'],
    ['kangeroo', 'kangaroo'],
    ['rinbow', 'rainbow'],
  ] as const)
    assert.deepEqual(normaliseWords([typed, 'lemon', 'kite']).readings[0], { kind: 'known', word }, typed)
})

test('any single slip in any word leads back to it, or asks, and never leads to another', () => {
  const everyFifth = receiptWords.filter((_, i) => i % 5 === 0)
  for (const word of everyFifth)
    for (let at = 0; at < word.length; at += 1) {
      const missing = word.slice(0, at) + word.slice(at + 1)
      const [reading] = normaliseWords([missing, 'otter', 'lemon']).readings
      if (reading.kind === 'known') assert.equal(reading.word, word, missing)
      else if (reading.kind === 'unsure') assert.ok(reading.nearest.length > 1)
      else assert.ok(word.length < 4, `${missing} should lead to ${word}`)
    }
})

test('when two words are as near as each other the child is asked, and nothing is tried', () => {
  const { readings, words } = normaliseWords(['otter', 'lemor', 'kite'])
  assert.deepEqual(readings[1], { kind: 'unsure', nearest: ['lemon', 'lemur'] })
  assert.equal(words, null)
})

test('an empty box and a word that is nothing of ours are told apart', () => {
  const { readings, words } = normaliseWords(['', 'qqqqqqq', '🙂'])
  assert.deepEqual(
    readings.map(({ kind }) => kind),
    ['empty', 'unknown', 'empty'],
  )
  assert.equal(words, null)
})

test('hostile input is only an unknown word', () => {
  const { words } = normaliseWords(["' OR 1=1 --", 'x'.repeat(100_000), '../../etc/passwd'])
  assert.equal(words, null)
})
