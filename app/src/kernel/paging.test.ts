import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cappedCount, placeFrom, sliceOf, type Place } from './paging.js'

const all = ['a', 'b', 'c', 'd', 'e']

/** A query as modules write it: from a place, in its direction, one row more than fits. */
function fetch(place: Place, size: number): readonly string[] {
  if (place.before)
    return all
      .filter((row) => row < (place.before ?? ''))
      .reverse()
      .slice(0, size + 1)
  return all.filter((row) => !place.after || row > place.after).slice(0, size + 1)
}

const page = (query: unknown) => sliceOf(fetch(placeFrom(query), 2), placeFrom(query), 2, (row) => row)

test('a list is walked to its end and back by its keys', () => {
  const first = page({})
  assert.deepEqual(first, { rows: ['a', 'b'], before: null, after: 'b' })
  const second = page({ after: first.after })
  assert.deepEqual(second, { rows: ['c', 'd'], before: 'c', after: 'd' })
  const last = page({ after: second.after })
  assert.deepEqual(last, { rows: ['e'], before: 'e', after: null })
  const back = page({ before: last.before })
  assert.deepEqual(back, { rows: ['c', 'd'], before: 'c', after: 'd' })
  assert.deepEqual(page({ before: back.before }), { rows: ['a', 'b'], before: null, after: 'b' })
})

test('an empty list has no neighbours', () => {
  assert.deepEqual(sliceOf([], placeFrom({}), 2, String), { rows: [], before: null, after: null })
})

test('an address that holds no key opens the start', () => {
  for (const query of [
    null,
    {},
    { after: '' },
    { after: ['a', 'b'] },
    { after: "x' OR 1=1" },
    { before: 'x'.repeat(200) },
  ])
    assert.deepEqual(placeFrom(query), { after: null, before: null })
})

test('counts stop at their cap', () => {
  assert.equal(cappedCount(37), '37')
  assert.equal(cappedCount(1000), '1,000')
  assert.equal(cappedCount(1001), '1,000+')
})
