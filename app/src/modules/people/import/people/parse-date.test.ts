import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onlyOrder, parseDate } from './parse-date.js'

const read = (text: string) => parseDate(text, 'day-first', '2026-11-23')

it('reads the dates that school systems write', () => {
  for (const text of [
    '2018-03-21',
    '20180321',
    '21/03/2018',
    '21.3.2018',
    '21-Mar-2018',
    '21st March 2018',
    '2018-03-21T00:00:00',
    '21/03/2018 00:00',
  ]) {
    assert.deepEqual(read(text), { date: '2018-03-21', doubt: null }, text)
  }
})

it('refuses dates that no calendar has', () => {
  for (const text of [
    '31/02/2018',
    '29/02/2019',
    '00/01/2018',
    '32/01/2018',
    '21/13/1',
    '13/13/2018',
    'March',
    '12',
    '21 Foo 2018',
  ]) {
    assert.equal(read(text).date, null, text)
  }
  assert.equal(read('29/02/2020').date, '2020-02-29')
})

it('doubts a date that can only have the month first', () => {
  assert.deepEqual(read('12/25/2018'), { date: '2018-12-25', doubt: 'date-month-first' })
  assert.deepEqual(parseDate('03/04/2018', 'month-first', '2026-11-23'), { date: '2018-03-04', doubt: null })
})

it('doubts the day counts of spreadsheets', () => {
  assert.deepEqual(read('43180'), { date: '2018-03-21', doubt: 'date-serial' })
})

it('doubts years of two figures, and never puts them into the future', () => {
  assert.deepEqual(read('21/03/18'), { date: '2018-03-21', doubt: 'date-short-year' })
  assert.deepEqual(read('21-Mar-79'), { date: '1979-03-21', doubt: 'date-short-year' })
})

it('knows which order the numbers of a date can only have', () => {
  assert.deepEqual(['21/03/2018', '03/21/2018', '03/04/2018', '31/31/2018'].map(onlyOrder), [
    'day-first',
    'month-first',
    null,
    null,
  ])
})
