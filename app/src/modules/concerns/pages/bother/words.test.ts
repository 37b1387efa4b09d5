import assert from 'node:assert/strict'
import { test } from 'node:test'
import { botherWords, sayFrom, type BotherWordId } from './words.js'

const say = sayFrom(botherWords)
const all = Object.entries(botherWords) as [BotherWordId, string][]
const sentences = all.flatMap(([id, words]) => words.split(/(?<=[.?!:])\s+/).map((sentence) => ({ id, sentence })))
const wordsIn = (sentence: string) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word))

/** Groups of vowels, without a silent e ("somebody" has one inside): near enough to tell "answer" from "investigation". */
const syllables = (word: string) =>
  (
    word
      .toLowerCase()
      .replace(/(?<=som)e|e\b/g, '')
      .match(/[aeiouy]+/g) ?? ['']
  ).length

test('sentences are short: under nine words on average, never over fourteen', () => {
  const lengths = sentences.map(({ sentence }) => wordsIn(sentence).length)
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  assert.ok(average < 9, `${average.toFixed(1)} words on average`)
  for (const { id, sentence } of sentences) assert.ok(wordsIn(sentence).length <= 14, `${id}: ${sentence}`)
})

test('words are short: at most three syllables, and few of those', () => {
  const spoken = sentences.flatMap(({ id, sentence }) => wordsIn(sentence).map((word) => ({ id, word })))
  for (const { id, word } of spoken) assert.ok(syllables(word) <= 3, `${id}: ${word}`)
  const long = spoken.filter(({ word }) => syllables(word) === 3)
  assert.ok(long.length / spoken.length < 0.05, `${long.length} of ${spoken.length} words have three syllables`)
})

test('a reader of seven: Flesch-Kincaid grade under 3', () => {
  const words = sentences.flatMap(({ sentence }) => wordsIn(sentence))
  const count = words.reduce((sum, word) => sum + Math.max(1, syllables(word)), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (count / words.length) - 15.59
  assert.ok(grade < 3, `grade ${grade.toFixed(1)}`)
})

test('nothing is promised that a school cannot keep, and no child is blamed or frightened', () => {
  for (const [id, words] of all)
    assert.doesNotMatch(
      words,
      /\b(promise|always|never tell|completely|anonymous|fault|should have|trouble|police|abuse|victim|danger(?!\?))\b/i,
      id,
    )
})

test('gaps are filled, and a gap that nobody fills stays to be seen', () => {
  assert.equal(say('sent.answer', { day: 'Tuesday home time' }), 'A grown\u2011up will answer by Tuesday home time.')
  assert.match(say('sent.answer'), /\{day\}/)
})

test('words with a hyphen do not break at the end of a line', () => {
  assert.equal(say('start.grown-up'), 'Tell a grown\u2011up')
})
