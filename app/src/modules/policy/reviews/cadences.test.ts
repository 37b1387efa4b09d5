import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { exampleCalendar } from '../../../kernel/calendar/calendar.examples.js'
import { unknownCalendar } from '../../../kernel/calendar/school-calendar.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import type { PostId } from '../../../kernel/ids.js'
import { cadenceFrom, nextDue } from './cadences.js'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const due = (
  set: Record<string, unknown>,
  last: string | null,
  today: string,
  calendar: SchoolCalendar = unknownCalendar,
) => {
  const cadence = cadenceFrom(set, 'dsl' as PostId)
  assert.ok(cadence)
  const next = nextDue(cadence, {
    last: last === null ? null : day(last),
    since: day('2026-09-01'),
    today: day(today),
    calendar,
  })
  return next && [next.on.toString(), next.overdue]
}

test('every twelve months is the same day a year on, and overdue the day after', () => {
  assert.deepEqual(due({ every: '12 months' }, '2025-11-03', '2026-11-03'), ['2026-11-03', false])
  assert.deepEqual(due({ every: '12 months' }, '2025-11-03', '2026-11-04'), ['2026-11-03', true])
})

test('a review of 29 February 2024 is due again by 28 February 2025', () => {
  assert.deepEqual(due({ every: '12 months' }, '2024-02-29', '2025-02-28'), ['2025-02-28', false])
})

test('a policy of February 2017 looked at every 36 months has been overdue since February 2020', () => {
  assert.deepEqual(due({ every: '36 months' }, '2017-02-28', '2026-11-24'), ['2020-02-28', true])
})

test('three times a year is once in each term, and a term without one stays overdue', () => {
  const terms = exampleCalendar.terms.toSorted((a, b) => a.from.localeCompare(b.from))
  const [first, second] = [terms[0], terms[1]]
  assert.ok(first && second)
  const held = day(first.from).add({ days: 20 }).toString()
  const next = due({ 'times-a-year': 3 }, held, first.to, exampleCalendar)
  assert.ok(next && next[0] !== first.to && next[1] === false, String(next))
})

test('in the autumn term is its last day; by a term of a year that is over is overdue until it is held, and then never again', () => {
  assert.deepEqual(due({ 'in-term': 'autumn' }, null, '2026-11-24'), ['2026-12-20', false])
  assert.deepEqual(due({ 'in-term': 'autumn term 2023' }, null, '2026-11-24'), ['2023-12-20', true])
  assert.equal(due({ 'in-term': 'autumn term 2023' }, '2023-11-02', '2026-11-24'), null)
})

test('a clause that names only what opens a review sets no interval', () => {
  assert.equal(cadenceFrom({ on: 'incident' }, 'dsl' as PostId), null)
})
