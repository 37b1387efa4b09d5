import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AS_IT_IS, FOLDED, type Reading } from './alphabet.js'
import { countName, makeNameCode, newCounts } from './name-code.js'
import { Speller } from './speller.js'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** A code that knows a few hosts well, so that some pairs are short and others too long to be spelled at once. */
function spellerOf(texts: readonly string[]): Speller {
  const counts = newCounts()
  for (const text of texts) for (let again = 0; again < 5000; again++) countName(counts, bytesOf(text), 0, text.length)
  return new Speller(makeNameCode(counts))
}

function spelled(speller: Speller, text: string, reading: Reading, piece: number): string {
  const bytes = bytesOf(text)
  speller.start()
  for (let to = bytes.length; to > 0; to -= piece) speller.push(bytes, Math.max(0, to - piece), to, reading)
  return Buffer.from(speller.bytes.subarray(0, speller.finish())).toString('hex')
}

test('A name has one spelling, however many of its bytes are spelled at a time', () => {
  const speller = spellerOf(['www.school.example', 'games.example', 'reading.org'])
  const names = [
    'www.school.example',
    'q8z_j.0x~&.kk',
    'a',
    'é.school.example',
    '..',
    'zzqqxxjj--99.school.example/?%=',
  ]
  for (const name of names)
    for (const piece of [2, 3, 7, name.length])
      assert.equal(spelled(speller, name, AS_IT_IS, piece), spelled(speller, name, AS_IT_IS, 1), `${name} by ${piece}`)
})

test('A host in capitals is spelled as in small letters, and another host is not', () => {
  const speller = spellerOf(['www.school.example'])
  assert.equal(spelled(speller, 'WWW.School.EXAMPLE', FOLDED, 18), spelled(speller, 'www.school.example', AS_IT_IS, 18))
  assert.notEqual(
    spelled(speller, 'www.schoql.example', FOLDED, 18),
    spelled(speller, 'www.school.example', AS_IT_IS, 18),
  )
})
