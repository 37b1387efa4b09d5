import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { holds, londonOffset, nextEdge } from '../src/policy/school-time.js'
import type { TimeBand } from '../src/policy.js'
import { policyOf } from './school.js'

const { calendar } = policyOf([])
const LESSONS: TimeBand = { id: 'lessons', days: 'school-days', from: '08:50', to: '15:20' }
const NIGHT: TimeBand = { id: 'night', days: ['fri'], from: '22:00', to: '06:00' }
const isIn = (band: TimeBand, iso: string): boolean => holds(band, Date.parse(iso), calendar)

describe('the school’s clock', () => {
  test('is London’s, in every hour of eleven years', () => {
    const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' })
    for (let at = Date.parse('2020-01-01T00:30:00Z'); at < Date.parse('2031-01-01T00:00:00Z'); at += 3_600_000 * 5)
      assert.equal(
        new Date(at + londonOffset(at).offset).getUTCHours(),
        Number(london.format(at)),
        new Date(at).toISOString(),
      )
  })
  test('in winter and summer, on either side of the change', () => {
    assert.deepEqual(
      ['2026-11-26T08:49:59Z', '2026-11-26T08:50:00Z', '2026-11-26T15:19:59Z', '2026-11-26T15:20:00Z'].map((iso) =>
        isIn(LESSONS, iso),
      ),
      [false, true, true, false],
    )
    assert.deepEqual(
      ['2026-09-08T07:49:59Z', '2026-09-08T07:50:00Z', '2026-09-08T14:20:00Z'].map((iso) => isIn(LESSONS, iso)),
      [false, true, false],
    )
  })
  test('no lessons at the weekend, in half-term or in the holidays', () => {
    assert.deepEqual(
      ['2026-11-28T10:00:00Z', '2026-10-28T10:00:00Z', '2026-12-21T10:00:00Z', '2026-08-31T10:00:00Z'].map((iso) =>
        isIn(LESSONS, iso),
      ),
      [false, false, false, false],
    )
  })
  test('a night belongs to the day on which it began', () => {
    assert.deepEqual(
      [
        '2026-11-27T21:59:00Z',
        '2026-11-27T22:00:00Z',
        '2026-11-28T05:59:00Z',
        '2026-11-28T06:00:00Z',
        '2026-11-28T22:30:00Z',
      ].map((iso) => isIn(NIGHT, iso)),
      [false, true, true, false, false],
    )
  })
  test('nothing begins or ends before the next edge', () => {
    for (let at = Date.parse('2026-10-20T00:07:00Z'); at < Date.parse('2026-11-03T00:00:00Z'); at += 613_000) {
      const until = nextEdge([LESSONS, NIGHT], at)
      assert.ok(until > at)
      for (const band of [LESSONS, NIGHT]) assert.equal(holds(band, until - 1, calendar), holds(band, at, calendar))
    }
  })
})
