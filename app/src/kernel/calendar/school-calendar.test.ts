import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { calendarErrors, calendarFaults } from './calendar-faults.js'
import { exampleCalendar } from './calendar.examples.js'
import { londonDate, londonTime } from './london.js'
import { isSchoolDay, nextSchoolDay, schoolDayBounds, schoolDayOf, unknownCalendar } from './school-calendar.js'
import { schoolDaysBetween, schoolTimeBetween } from './school-time-between.js'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)

describe('a school day', () => {
  it('is a weekday in term that is neither a bank holiday nor a closure', () => {
    const open = ['2026-11-24', '2027-05-04', '2026-12-18']
    const shut = ['2026-11-28', '2027-05-03', '2026-10-27', '2026-11-02', '2027-01-20', '2026-12-21', '2027-08-10']
    assert.deepEqual(
      open.map((date) => isSchoolDay(exampleCalendar, day(date))),
      [true, true, true],
    )
    for (const date of shut) assert.equal(isSchoolDay(exampleCalendar, day(date)), false, date)
  })

  it('has its hours on London clocks, its short Friday and its early finish', () => {
    const closes = (date: string) => londonTime(schoolDayBounds(exampleCalendar, day(date))!.closes)
    assert.deepEqual(['2026-11-24', '2027-06-24', '2026-11-27', '2026-12-18'].map(closes), [
      '15:20',
      '15:20',
      '14:20',
      '13:30',
    ])
    assert.equal(schoolDayBounds(exampleCalendar, day('2026-11-24'))!.opens.toString(), '2026-11-24T08:40:00Z')
    assert.equal(schoolDayBounds(exampleCalendar, day('2027-06-24'))!.opens.toString(), '2027-06-24T07:40:00Z')
    assert.equal(schoolDayBounds(exampleCalendar, day('2026-11-28')), null)
  })

  it('is followed by the next one, over the holidays', () => {
    assert.equal(nextSchoolDay(exampleCalendar, day('2026-11-27')).date.toString(), '2026-11-30')
    assert.equal(nextSchoolDay(exampleCalendar, day('2026-12-18')).date.toString(), '2027-01-04')
  })

  it('is the one in force until its last minute, and then the next', () => {
    assert.equal(schoolDayOf(exampleCalendar, at('2026-11-24T15:19:59Z')).date.toString(), '2026-11-24')
    assert.equal(schoolDayOf(exampleCalendar, at('2026-11-24T15:20:00Z')).date.toString(), '2026-11-25')
  })

  it('is any working day, and uncertain, where nothing is entered', () => {
    assert.equal(schoolDayOf(unknownCalendar, at('2026-08-12T10:00:00Z')).certain, false)
    assert.equal(isSchoolDay(unknownCalendar, day('2026-12-25')), false)
  })
})

describe('school time between two moments', () => {
  it('counts only school, in minutes', () => {
    assert.equal(schoolTimeBetween(exampleCalendar, at('2026-11-24T15:00:00Z'), at('2026-11-25T09:00:00Z')), 40)
    assert.equal(schoolTimeBetween(exampleCalendar, at('2026-11-27T14:20:00Z'), at('2026-11-30T08:40:00Z')), 0)
    assert.equal(
      schoolTimeBetween(exampleCalendar, at('2026-11-23T00:00:00Z'), at('2026-11-28T00:00:00Z')),
      4 * 400 + 340,
    )
    assert.equal(schoolTimeBetween(exampleCalendar, at('2026-11-25T09:00:00Z'), at('2026-11-24T15:00:00Z')), 0)
  })

  it('counts school days after the first and with the last', () => {
    assert.equal(schoolDaysBetween(exampleCalendar, day('2026-10-22'), day('2026-11-03')), 2)
    assert.equal(schoolDaysBetween(exampleCalendar, day('2026-11-24'), day('2026-11-24')), 0)
    assert.equal(schoolDaysBetween(exampleCalendar, day('2026-11-24'), day('2026-11-20')), 0)
  })
})

describe('a calendar as the office enters it', () => {
  it('is accepted when it is right', () => {
    assert.deepEqual(calendarFaults(exampleCalendar), [])
    assert.deepEqual(calendarFaults(unknownCalendar), [])
  })

  it('is refused, in sentences, when dates or times are impossible', () => {
    const wrong = {
      terms: [{ name: 'Autumn', from: '2026-09-31', to: '2026-12-18' }],
      closures: [{ why: 'Half term', from: '2026-10-30', to: '2026-10-26' }],
      hours: { opens: '8.40', closes: '15:20', byWeekday: { friday: { opens: '08:40', closes: '08:00' } } },
      shortDays: [{ on: '2026-12-18', closes: 'noon', why: 'End of term' }],
    }
    assert.deepEqual(calendarErrors(wrong), [
      'Autumn: "2026-09-31" is not a date such as 2026-09-03.',
      'Half term: it ends on Monday 26 October 2026, before it begins on Friday 30 October 2026.',
      '"8.40" is not a time such as 08:40.',
      'School cannot close at 08:00 when it opens at 08:40.',
      '"noon" is not a time such as 13:30.',
    ])
  })

  it('is refused when terms overlap', () => {
    const terms = [
      { name: 'Spring', from: '2026-12-18', to: '2027-03-25' },
      { name: 'Autumn', from: '2026-09-03', to: '2026-12-18' },
    ]
    assert.deepEqual(calendarFaults({ ...exampleCalendar, terms }), [
      'Autumn ends on Friday 18 December 2026, after Spring has begun.',
    ])
  })

  it('is doubted when a term seems to be missing or a closure is too long to believe', () => {
    const [autumn, , summer] = exampleCalendar.terms
    const closures = [{ why: 'Boiler', from: '2026-09-07', to: '2026-11-30' }]
    const [gap, closure] = calendarFaults({ ...exampleCalendar, terms: [autumn!, summer!], closures })
    assert.match(gap!, /No term is entered from Saturday 19 December 2026 to Sunday 11 April 2027\. Is one missing\?/)
    assert.match(closure!, /"Boiler" closes the school for 85 days\./)
  })
})

describe('the date in London', () => {
  it('is the one of the time zone in every hour of thirty years', () => {
    const end = at('2050-01-01T00:00:00Z').epochMilliseconds
    for (let ms = at('2020-01-01T00:30:00Z').epochMilliseconds; ms < end; ms += 31 * 3_600_000) {
      const instant = Temporal.Instant.fromEpochMilliseconds(ms)
      assert.ok(
        londonDate(instant).equals(instant.toZonedDateTimeISO('Europe/London').toPlainDate()),
        instant.toString(),
      )
    }
  })

  it('changes at midnight by London clocks, in winter and in summer', () => {
    const dates = ['2026-11-24T23:59:59Z', '2026-11-25T00:00:00Z', '2027-06-23T22:59:59Z', '2027-06-23T23:00:00Z']
    assert.deepEqual(
      dates.map((instant) => londonDate(at(instant)).toString()),
      ['2026-11-24', '2026-11-25', '2027-06-23', '2027-06-24'],
    )
  })
})
