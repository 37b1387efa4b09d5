import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDate } from './parse-date.js'

const read = (day: string, month = '', year = '') => {
  const reading = parseDate({ day, month, year })
  if (reading.is === 'answer') return reading.value.toString()
  return reading.is === 'wrong' ? `${reading.faults[0]?.part}: ${reading.faults[0]?.sentence}` : 'empty'
}

test('a day, a month and a year are a date, the month in figures or in words', () => {
  assert.equal(read('27', '3', '2026'), '2026-03-27')
  assert.equal(read('7', '03', '2026'), '2026-03-07')
  assert.equal(read('27', 'March', '2026'), '2026-03-27')
  assert.equal(read('27', 'mar', '2026'), '2026-03-27')
  assert.equal(read('29', '2', '2028'), '2028-02-29')
})

test('a whole date pasted into the first box is understood', () => {
  for (const pasted of ['27 3 2026', '27/3/2026', '27.03.2026', '27-3-2026', '27 March 2026'])
    assert.equal(read(pasted), '2026-03-27', pasted)
})

test('a date that no calendar has is refused by name', () => {
  assert.equal(read('31', '2', '2026'), 'day: There is no 31 February 2026. Check the day and the month')
  assert.equal(read('29', '2', '2026'), 'day: There is no 29 February 2026. Check the day and the month')
  assert.equal(read('0', '1', '2026'), 'day: There is no 0 January 2026. Check the day and the month')
})

test('a year of two figures is asked again, never guessed', () => {
  assert.equal(read('27', '3', '26'), 'year: The year has four figures, such as 2026')
  assert.equal(read('27/3/26'), 'year: The year has four figures, such as 2026')
})

test('a missing part is named', () => {
  assert.equal(read('27', '', '2026'), 'month: The date needs a month as well')
  assert.equal(read('', '', '2026'), 'day: The date needs a day and a month as well')
  assert.equal(read(''), 'empty')
})

test('what is no day and no month is refused where it stands', () => {
  assert.match(read('two', '3', '2026'), /^day: The day is a number/)
  assert.match(read('27', '13', '2026'), /^month: /)
  assert.match(read('27', 'm', '2026'), /^month: /)
  assert.match(read('27', 'marchy', '2026'), /^month: /)
  assert.match(read('27', '3', '0000'), /^day: There is no/)
})
