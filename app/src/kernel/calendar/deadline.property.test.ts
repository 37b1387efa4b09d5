import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { isBankHoliday, isWeekend } from './bank-holidays.js'
import { exampleCalendar } from './calendar.examples.js'
import { deadline } from './deadline.js'
import { londonDate } from './london.js'
import { type SchoolCalendar, contains, isSchoolDay, schoolDayBounds, unknownCalendar } from './school-calendar.js'
import { schoolTimeBetween } from './school-time-between.js'
import { type CountedUnit, type Span, spanInWords } from './span.js'

const UNITS: readonly CountedUnit[] = [
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'school hour',
  'school day',
  'working day',
]
const NAMED: readonly Span[] = [{ unit: 'at once' }, { unit: 'same school day' }, { unit: 'term' }]
const CALENDARS: readonly SchoolCalendar[] = [exampleCalendar, unknownCalendar]
const FROM = Temporal.Instant.from('2026-06-01T00:00:00Z').epochMilliseconds
const MINUTES = 60 * 24 * 365 * 3

/** A small repeatable stream of numbers (Park and Miller's minimal standard), so that a failure can be run again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** 4,000 starts in three years, half of them pairs a few hours apart, where mistakes hide. */
function* starts(seed: number): Generator<readonly [earlier: Temporal.Instant, later: Temporal.Instant]> {
  const next = numbers(seed)
  for (let n = 0; n < 2_000; n++) {
    const at = FROM + next(MINUTES) * 60_000
    yield [instant(at), instant(at + next(n % 2 ? 600 : MINUTES) * 60_000)]
  }
}

function instant(epochMilliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
}

function anySpan(next: (below: number) => number): Span {
  const unit = UNITS[next(UNITS.length + NAMED.length)]
  return unit ? { unit, count: 1 + next(30) } : NAMED[next(NAMED.length)]!
}

function notAfter(a: Temporal.Instant, b: Temporal.Instant, what: string): void {
  assert.ok(Temporal.Instant.compare(a, b) <= 0, `${what}: ${a} is after ${b}`)
}

for (const [place, calendar] of CALENDARS.entries()) {
  describe(`any deadline of ${place ? 'a school that has entered nothing' : 'the example school'}`, () => {
    it('is never before its start, and never earlier for a later start', () => {
      const next = numbers(7)
      for (const [earlier, later] of starts(11)) {
        const span = anySpan(next)
        const due = deadline(calendar, earlier, span)
        notAfter(earlier, due, spanInWords(span))
        notAfter(due, deadline(calendar, later, span), `${spanInWords(span)} from ${earlier} and from ${later}`)
      }
    })

    it('is never earlier for a longer span of one unit', () => {
      const next = numbers(13)
      for (const [start] of starts(17)) {
        const unit = UNITS[next(UNITS.length)]!
        const count = 1 + next(30)
        notAfter(
          deadline(calendar, start, { unit, count }),
          deadline(calendar, start, { unit, count: count + 1 }),
          `${count} and ${count + 1} ${unit}s from ${start}`,
        )
      }
    })

    it('in school time falls on a school day, within its hours', () => {
      const next = numbers(19)
      for (const [start] of starts(23)) {
        const unit = next(2) ? 'school hour' : 'school day'
        const due = deadline(calendar, start, next(9) ? { unit, count: 1 + next(30) } : { unit: 'same school day' })
        const bounds = schoolDayBounds(calendar, londonDate(due))
        assert.ok(bounds, `${due} is on a closed day`)
        notAfter(bounds.opens, due, 'before school')
        notAfter(due, bounds.closes, 'after school')
      }
    })

    it('in school hours leaves exactly that much school', () => {
      const next = numbers(29)
      for (const [start] of starts(31)) {
        const count = 1 + next(30)
        const due = deadline(calendar, start, { unit: 'school hour', count })
        assert.equal(schoolTimeBetween(calendar, start, due), count * 60, `${count} school hours from ${start}`)
      }
    })

    it('in working days falls on a working day', () => {
      const next = numbers(37)
      for (const [start] of starts(41)) {
        const date = londonDate(deadline(calendar, start, { unit: 'working day', count: 1 + next(30) }))
        assert.ok(!isWeekend(date) && !isBankHoliday(date), `${date} is no working day`)
      }
    })
  })
}

describe('the example school', () => {
  it('is shut on every closed date it has entered, on weekends and bank holidays, and open on all other days of term', () => {
    const { terms, closures } = exampleCalendar
    for (
      let date = Temporal.PlainDate.from('2026-09-03');
      date.toString() <= '2028-07-21';
      date = date.add({ days: 1 })
    ) {
      const inTerm = terms.some((term) => contains(term, date.toString()))
      const free =
        closures.some((closure) => contains(closure, date.toString())) || isBankHoliday(date) || isWeekend(date)
      assert.equal(isSchoolDay(exampleCalendar, date), inTerm && !free, date.toString())
    }
  })

  it('has ten thousand deadlines reckoned in well under a second', () => {
    const calendar = { ...exampleCalendar }
    const next = numbers(43)
    const cases = Array.from({ length: 10_000 }, () => [instant(FROM + next(MINUTES) * 60_000), anySpan(next)] as const)
    const began = process.cpuUsage()
    for (const [start, span] of cases) deadline(calendar, start, span)
    const took = process.cpuUsage(began).user / 1_000
    assert.ok(took < 800, `took ${Math.round(took)} ms of the processor`)
  })
})
