import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId, newId } from './ids.js'

test('ids of one moment sort in the order in which they were made, so that a record reads back as it was written', () => {
  const made = Array.from({ length: 5000 }, () => newId(1_795_514_400_000))
  assert.deepEqual(made.toSorted(), made)
  assert.equal(new Set(made).size, made.length)
})

test('a later moment sorts after an earlier one, whatever was made in between', () => {
  const early = newId(1_795_514_400_000)
  const late = newId(1_795_514_400_001)
  const earlyAgain = newId(1_795_514_400_000)
  assert.ok(early < late && earlyAgain < late)
})

test('every id is a UUID of version 7 with its variant', () => {
  for (let at = 0; at < 1000; at++) {
    const id = newId()
    assert.ok(isId(id))
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})
