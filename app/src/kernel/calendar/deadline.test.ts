import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { exampleCalendar } from './calendar.examples.js'
import { deadline, reckonDeadline } from './deadline.js'
import { LONDON } from './london.js'
import { type SchoolCalendar, unknownCalendar } from './school-calendar.js'
import { spanOf } from './span.js'

/** Reads and writes London's wall clock: '2026-11-24 10:42'. */
function due(start: string, span: string, calendar: SchoolCalendar = exampleCalendar): string {
  const at = deadline(calendar, london(start), spanOf(span))
  return at.toZonedDateTimeISO(LONDON).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

function london(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(LONDON).toInstant()
}

function table(rows: Readonly<Record<string, readonly [start: string, span: string, due: string]>>): void {
  for (const [title, [start, span, expected]] of Object.entries(rows)) {
    it(title, () => assert.equal(due(start, span), expected))
  }
}

describe('a deadline in elapsed time', () => {
  table({
    'at once is now': ['2026-11-24 10:42', 'at once', '2026-11-24 10:42'],
    'minutes run through the night': ['2026-11-24 23:50', '30 minutes', '2026-11-25 00:20'],
    'hours run through the weekend': ['2026-11-27 15:00', '24 hours', '2026-11-28 15:00'],
    'an hour is an hour when the clocks go forward': ['2027-03-28 00:30', '1 hour', '2027-03-28 02:30'],
    'two hours are two hours when the clocks go back': ['2026-10-25 00:30', '2 hours', '2026-10-25 01:30'],
    '72 hours over the change of the clocks end an hour earlier by the clock': [
      '2026-10-23 10:00',
      '72 hours',
      '2026-10-26 09:00',
    ],
  })
})

describe('a deadline in school hours', () => {
  table({
    'runs within one day': ['2026-11-24 10:00', '2 school hours', '2026-11-24 12:00'],
    'may end exactly at home time': ['2026-11-24 13:20', '2 school hours', '2026-11-24 15:20'],
    'goes on the next morning': ['2026-11-24 14:20', '2 school hours', '2026-11-25 09:40'],
    'begins at the next opening when school is over': ['2026-11-24 18:00', '2 school hours', '2026-11-25 10:40'],
    'begins when school opens if reported before': ['2026-11-24 07:00', '1 school hour', '2026-11-24 09:40'],
    'reported as the bell goes, begins next day': ['2026-11-24 15:20', '1 school hour', '2026-11-25 09:40'],
    'goes over a weekend, by the shorter Friday': ['2026-11-27 14:00', '1 school hour', '2026-11-30 09:20'],
    'goes over half term and an INSET day': ['2026-10-23 14:00', '1 school hour', '2026-11-03 09:20'],
    'goes over Christmas from an early finish': ['2026-12-18 13:00', '1 school hour', '2027-01-04 09:10'],
    'goes over a snow day': ['2027-01-19 15:00', '1 school hour', '2027-01-21 09:20'],
    'goes over the summer': ['2027-07-21 15:00', '1 school hour', '2027-09-02 09:20'],
    'keeps London time when the clocks go back': ['2027-10-29 12:00', '1 school hour', '2027-11-01 09:40'],
  })
})

describe('a deadline in school days', () => {
  table({
    'does not count the day of the report': ['2026-11-24 10:00', '1 school day', '2026-11-25 15:20'],
    'ends the next school day for a report after school': ['2026-11-24 20:00', '1 school day', '2026-11-25 15:20'],
    'ends on Monday for a report on Saturday': ['2026-11-28 12:00', '1 school day', '2026-11-30 15:20'],
    'skips the weekend': ['2026-11-26 10:00', '2 school days', '2026-11-30 15:20'],
    'skips a bank holiday inside term': ['2027-04-30 10:00', '1 school day', '2027-05-04 15:20'],
    'skips half term': ['2026-10-22 10:00', '3 school days', '2026-11-04 15:20'],
    'skips Easter, which is between the terms': ['2027-03-25 10:00', '2 school days', '2027-04-13 15:20'],
    'knows the shorter Friday': ['2026-11-26 10:00', '1 school day', '2026-11-27 14:20'],
    'counts a leap day that is a school day': ['2028-02-28 10:00', '1 school day', '2028-02-29 15:20'],
  })
})

describe('the same school day', () => {
  table({
    'is today in school hours': ['2026-11-24 10:00', 'same school day', '2026-11-24 15:20'],
    'is today before school': ['2026-11-24 06:30', 'same school day', '2026-11-24 15:20'],
    'is today one minute before home time': ['2026-11-24 15:19', 'same school day', '2026-11-24 15:20'],
    'is tomorrow from home time on': ['2026-11-24 15:20', 'same school day', '2026-11-25 15:20'],
    'is Monday on a Saturday': ['2026-11-28 12:00', 'same school day', '2026-11-30 15:20'],
    'is the first day after Christmas in the holidays': ['2026-12-24 12:00', 'same school day', '2027-01-04 15:20'],
    'ends with an early finish': ['2026-12-18 10:00', 'same school day', '2026-12-18 13:30'],
  })
})

describe('a deadline in working days', () => {
  table({
    'ends at five': ['2026-11-24 10:00', '1 working day', '2026-11-25 17:00'],
    'runs in half term': ['2026-10-23 10:00', '2 working days', '2026-10-27 17:00'],
    'skips Christmas and its substitute days': ['2027-12-24 10:00', '1 working day', '2027-12-29 17:00'],
    'skips Easter': ['2027-03-25 10:00', '2 working days', '2027-03-31 17:00'],
    'skips New Year': ['2026-12-31 10:00', '1 working day', '2027-01-04 17:00'],
  })
})

describe('a deadline in calendar time', () => {
  table({
    'days end with the day': ['2026-11-24 10:00', '1 day', '2026-11-25 23:59'],
    'weeks go over the change of the clocks': ['2026-10-20 10:00', '1 week', '2026-10-27 23:59'],
    'a month ends on the same date': ['2026-11-24 10:00', '1 month', '2026-12-24 23:59'],
    'a month from 31 January ends with February': ['2027-01-31 10:00', '1 month', '2027-02-28 23:59'],
    'and on the leap day in a leap year': ['2028-01-31 10:00', '1 month', '2028-02-29 23:59'],
    'twelve months from a leap day end on 28 February': ['2028-02-29 10:00', '12 months', '2029-02-28 23:59'],
    'late evening in summer is still the same London date': ['2027-07-01 23:30', '1 day', '2027-07-02 23:59'],
  })
})

describe('the end of term', () => {
  table({
    'is the last home time of this term': ['2026-11-24 10:00', 'term', '2026-12-18 13:30'],
    'is that of the next term from a holiday': ['2026-12-27 10:00', 'term', '2027-03-25 15:20'],
    'is that of the next term after the last bell': ['2026-12-18 13:30', 'term', '2027-03-25 15:20'],
    'is the usual one when the school has entered no term': ['2028-09-04 10:00', 'term', '2028-12-20 15:20'],
    'is the usual one when the first entered term is far off': ['2026-02-10 10:00', 'term', '2026-03-31 15:20'],
    'is that of the first entered term when it begins soon': ['2026-09-01 10:00', 'term', '2026-12-18 13:30'],
  })
})

describe('a deadline beyond the terms that the school has entered', () => {
  const last = london('2028-07-21 10:00')

  it('counts working days, and says that it is not certain', () => {
    const { at, certain } = reckonDeadline(exampleCalendar, last, spanOf('1 school day'))
    assert.equal(certain, false)
    assert.equal(at.toZonedDateTimeISO(LONDON).toPlainDate().toString(), '2028-07-24')
  })

  it('is certain as long as the last known day is enough', () => {
    assert.equal(reckonDeadline(exampleCalendar, last, spanOf('same school day')).certain, true)
    assert.equal(reckonDeadline(exampleCalendar, last, spanOf('4 school hours')).certain, true)
    assert.equal(reckonDeadline(exampleCalendar, last, spanOf('5 school hours')).certain, false)
    const dayBefore = last.subtract({ hours: 24 })
    assert.equal(reckonDeadline(exampleCalendar, dayBefore, spanOf('1 school day')).certain, true)
    assert.equal(reckonDeadline(exampleCalendar, dayBefore, spanOf('2 school days')).certain, false)
  })

  it('is not certain of the end of a term that it was not told of', () => {
    const certainty = ['2028-09-04 10:00', '2026-09-01 10:00', '2026-09-03 10:00'].map((start) => {
      return reckonDeadline(exampleCalendar, london(start), spanOf('term')).certain
    })
    assert.deepEqual(certainty, [false, false, true])
  })

  it('does not wait for a whole missing term', () => {
    const [autumn, , summer] = exampleCalendar.terms
    const missing = { ...exampleCalendar, terms: [autumn!, summer!] }
    const { at, certain } = reckonDeadline(missing, london('2027-01-05 10:00'), spanOf('same school day'))
    assert.equal(at.toZonedDateTimeISO(LONDON).toPlainDate().toString(), '2027-01-05')
    assert.equal(certain, false)
  })

  it('works for a school that has entered nothing, and still keeps bank holidays', () => {
    assert.equal(due('2026-12-24 16:00', 'same school day', unknownCalendar), '2026-12-29 15:20')
  })

  it('does not believe a closure of a year', () => {
    const closures = [{ from: '2026-09-03', to: '2027-09-03', why: 'typed wrongly' }]
    assert.equal(due('2026-11-24 10:00', 'same school day', { ...exampleCalendar, closures }), '2026-11-24 15:20')
  })
})
