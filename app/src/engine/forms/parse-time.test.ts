import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTime } from './parse-time.js'

const read = (text: string) => {
  const reading = parseTime(text)
  return reading.is === 'answer' ? reading.value.toString({ smallestUnit: 'minute' }) : reading.is
}

test('times are understood as people write them', () => {
  const written = {
    '10:42': '10:42',
    '10.42': '10:42',
    '1042': '10:42',
    '9:15': '09:15',
    '0:05': '00:05',
    '2pm': '14:00',
    '2.30 pm': '14:30',
    '12am': '00:00',
    '12:05 p.m.': '12:05',
    midday: '12:00',
    '': 'empty',
  }
  for (const [text, expected] of Object.entries(written)) assert.equal(read(text), expected, text)
})

test('what could mean two times, or none, is asked again', () => {
  for (const text of ['9', '10', '25:00', '10:60', '13pm', '0am', 'lunch', '10:4'])
    assert.equal(read(text), 'wrong', text)
})
