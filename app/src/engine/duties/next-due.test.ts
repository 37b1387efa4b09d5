import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { exampleCalendar } from '../../kernel/calendar/calendar.examples.js'
import type { EngineParams } from '../clauses/params.js'
import { occasionOf } from './next-due.js'
import type { Past } from './next-due.js'
import { timingOf } from './timing.js'

const month = { unit: 'month', count: 1 } as const
const at = (iso: string): Temporal.Instant => Temporal.Instant.from(iso)
const since = at('2026-09-03T08:00:00Z')

/** When a duty with these parameters is owed, as London reads the clock. */
function owed(params: EngineParams, now: string, done: Past['done'] = []) {
  const pace = { timing: timingOf(params), first: month, within: { unit: 'school day', count: 10 } as const }
  const occasion = occasionOf(exampleCalendar, pace, { since, done, now: at(now) })
  const london = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()
  return occasion && { period: occasion.period, due: london(occasion.due), opens: london(occasion.opens) }
}

const did = (period: string, iso: string) => ({ period, at: at(iso) })

describe('when a duty is owed', () => {
  test('the first time, within what the duty gives; then a year after it was last done, to the end of the day', () => {
    assert.equal(owed({ every: '12 months' }, '2026-09-10T10:00:00Z')?.due, '2026-10-03T23:59:00')
    const done = [did('by-2026-10-03', '2026-09-20T10:00:00Z')]
    assert.equal(owed({ every: '12 months' }, '2027-06-01T10:00:00Z', done)?.due, '2027-09-20T23:59:00')
  })

  test('a year from 29 February is the 28th, and the change of the clocks moves no day', () => {
    const leap = [did('x', '2028-02-29T10:00:00Z')]
    assert.equal(owed({ every: 'year' }, '2028-06-01T10:00:00Z', leap)?.due, '2029-02-28T23:59:00')
    const spring = [did('x', '2027-03-01T10:00:00Z')]
    assert.equal(owed({ every: '1 month' }, '2027-03-02T10:00:00Z', spring)?.due, '2027-04-01T23:59:00')
  })

  test('each term ends at home time of its last school day, early finish included', () => {
    assert.deepEqual(owed({ every: 'term' }, '2026-11-24T10:00:00Z'), {
      period: 'autumn-2026',
      due: '2026-12-18T13:30:00',
      opens: '2026-09-03T00:00:00',
    })
  })

  test('done this term, the next term is what is owed', () => {
    const done = [did('autumn-2026', '2026-10-01T10:00:00Z')]
    assert.equal(owed({ 'times-a-year': 3 }, '2026-11-24T10:00:00Z', done)?.period, 'spring-2027')
  })

  test('a term that was missed counts against us until the next one is done, and then is history', () => {
    assert.equal(owed({ every: 'term' }, '2027-02-01T10:00:00Z')?.period, 'autumn-2026')
    const done = [did('spring-2027', '2027-02-01T10:00:00Z')]
    assert.equal(owed({ every: 'term' }, '2027-02-02T10:00:00Z', done)?.period, 'summer-2027')
  })

  test('twice a year are two halves of the school year, without a gap and without an overlap', () => {
    assert.equal(owed({ 'times-a-year': 2 }, '2026-11-24T10:00:00Z')?.period, '2026-1-of-2')
    assert.equal(
      owed({ 'times-a-year': 2 }, '2027-04-20T10:00:00Z', [did('2026-1-of-2', '2026-10-01T10:00:00Z')])?.period,
      '2026-2-of-2',
    )
  })

  test('a named term is owed in that term only', () => {
    assert.equal(owed({ 'in-term': 'summer' }, '2026-11-24T10:00:00Z')?.period, 'summer-2027')
    assert.equal(owed({ 'in-term': 'summer' }, '2026-11-24T10:00:00Z')?.due, '2027-07-21T15:20:00')
  })

  test('the first day of the school year is the school’s own, and gives ten school days', () => {
    const first = owed({ on: 'first-day-of-year' }, '2026-09-04T10:00:00Z')
    assert.equal(first?.opens, '2026-09-03T00:00:00')
    assert.equal(first?.due, '2026-09-17T15:20:00')
  })

  test('what only events call for is owed at no time of its own', () => {
    assert.equal(owed({ on: 'incident' }, '2026-11-24T10:00:00Z'), null)
  })
})
