import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { fullDate, fullTime, spokenDate, spokenTime } from './dates.js'

const now = Temporal.Instant.from('2026-11-24T10:42:00Z')
const said = (iso: string) => spokenTime(Temporal.Instant.from(iso), now)

test('moments are said as people say them', () => {
  assert.equal(said('2026-11-24T10:42:00Z'), 'today 10:42')
  assert.equal(said('2026-11-23T15:05:00Z'), 'yesterday 15:05')
  assert.equal(said('2026-11-25T09:00:00Z'), 'tomorrow 09:00')
  assert.equal(said('2026-11-17T09:00:00Z'), 'Tue 17 Nov 09:00')
  assert.equal(said('2025-11-24T09:00:00Z'), 'Mon 24 Nov 2025 09:00')
})

test('times are London’s, in summer too, and so is the day', () => {
  assert.equal(said('2026-06-01T23:30:00Z'), 'Tue 2 Jun 00:30')
  assert.equal(fullTime(Temporal.Instant.from('2026-06-01T09:00:00Z')), 'Monday 1 June 2026, 10:00')
})

test('days are said with their year only when it is another', () => {
  const today = Temporal.PlainDate.from('2026-11-24')
  assert.equal(spokenDate(today, today), 'today')
  assert.equal(spokenDate(Temporal.PlainDate.from('2026-12-01'), today), 'Tue 1 Dec')
  assert.equal(spokenDate(Temporal.PlainDate.from('2027-01-04'), today), 'Mon 4 Jan 2027')
  assert.equal(fullDate(today), 'Tuesday 24 November 2026')
})
