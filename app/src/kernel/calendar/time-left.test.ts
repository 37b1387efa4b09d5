import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { exampleCalendar } from './calendar.examples.js'
import { LONDON } from './london.js'
import { isOver, timeLeft, timeLeftForChild } from './time-left.js'

function london(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(LONDON).toInstant()
}

type Words = typeof timeLeft

function table(words: Words, rows: Readonly<Record<string, readonly [now: string, due: string]>>): void {
  for (const [expected, [now, due]] of Object.entries(rows)) {
    it(`at ${now}, due ${due}: ${expected}`, () => {
      assert.equal(words(exampleCalendar, london(now), london(due)), expected)
    })
  }
}

describe('the time left, for staff', () => {
  table(timeLeft, {
    'due now': ['2026-11-24 10:42', '2026-11-24 10:42'],
    '1 minute left': ['2026-11-24 10:41', '2026-11-24 10:42'],
    '59 minutes left': ['2026-11-24 09:42', '2026-11-24 10:41'],
    '2 school hours left': ['2026-11-24 14:20', '2026-11-25 09:59'],
    '1 school hour left': ['2026-11-24 10:00', '2026-11-24 11:30'],
    '3 school hours left': ['2026-11-24 07:00', '2026-11-24 12:00'],
    'due today by 15:20': ['2026-11-24 10:00', '2026-11-24 15:20'],
    'due today by 09:00': ['2026-11-24 07:00', '2026-11-24 09:00'],
    'due today by 17:00': ['2026-11-24 10:00', '2026-11-24 17:00'],
    'due today': ['2026-11-24 10:00', '2026-11-24 23:59'],
    'due Wednesday home time': ['2026-11-24 10:00', '2026-11-25 15:20'],
    'due Friday home time': ['2026-11-24 10:00', '2026-11-27 14:20'],
    'due Friday by 15:20': ['2026-11-24 10:00', '2026-11-27 15:20'],
    'due Thursday by 10:00': ['2026-11-24 10:00', '2026-11-26 10:00'],
    'due Saturday by 12:00': ['2026-11-24 10:00', '2026-11-28 12:00'],
    'due Tue 1 Dec home time': ['2026-11-24 10:00', '2026-12-01 15:20'],
    'due Mon 4 Jan 2027 home time': ['2026-12-18 15:00', '2027-01-04 15:20'],
    'due Thu 24 Dec': ['2026-11-24 10:00', '2026-12-24 23:59'],
  })
})

describe('the time over, for staff', () => {
  table(timeLeft, {
    '10 minutes over': ['2026-11-24 10:52', '2026-11-24 10:42'],
    '1 school hour over': ['2026-11-25 10:00', '2026-11-24 15:20'],
    '4 school hours over': ['2026-11-25 09:40', '2026-11-24 12:00'],
    '1 school day over': ['2026-11-25 15:20', '2026-11-24 15:20'],
    '2 school days over': ['2026-11-26 15:20', '2026-11-24 15:20'],
    '3 school days over': ['2026-11-30 13:00', '2026-11-25 12:00'],
    'over since Friday 14:20': ['2026-11-28 20:00', '2026-11-27 14:20'],
    'over since Fri 18 Dec 2026 13:30': ['2027-01-02 09:00', '2026-12-18 13:30'],
  })

  it('rounds a school day begun but not ended down', () => {
    const due = london('2026-11-23 15:20')
    assert.equal(timeLeft(exampleCalendar, london('2026-11-25 09:00'), due), '1 school day over')
    assert.equal(timeLeft(exampleCalendar, london('2026-11-24 15:00'), due), '6 school hours over')
  })

  it('does not count half term as time over', () => {
    assert.equal(
      timeLeft(exampleCalendar, london('2026-11-03 09:50'), london('2026-10-23 14:20')),
      '1 school hour over',
    )
  })

  it('is over at the very minute', () => {
    assert.equal(isOver(london('2026-11-24 10:42'), london('2026-11-24 10:42')), true)
    assert.equal(isOver(london('2026-11-24 10:41'), london('2026-11-24 10:42')), false)
  })
})

describe('when a child will be answered', () => {
  table(timeLeftForChild, {
    'by home time today': ['2026-11-24 10:00', '2026-11-24 12:00'],
    'by Tuesday home time': ['2026-11-23 16:00', '2026-11-24 15:20'],
    'by Monday home time': ['2026-11-27 20:00', '2026-11-28 20:00'],
    'by home time on Monday 4 January 2027': ['2026-12-18 16:00', '2027-01-04 15:20'],
  })

  it('is never promised earlier than the adult has to answer', () => {
    const now = london('2026-11-24 16:00')
    assert.equal(timeLeftForChild(exampleCalendar, now, london('2026-11-25 15:20')), 'by Wednesday home time')
    assert.equal(timeLeftForChild(exampleCalendar, now, london('2026-11-25 17:00')), 'by Thursday home time')
  })

  it('looks forward even when the answer is late', () => {
    const due = london('2026-11-20 15:20')
    assert.equal(timeLeftForChild(exampleCalendar, london('2026-11-24 12:00'), due), 'by home time today')
    assert.equal(timeLeftForChild(exampleCalendar, london('2026-11-24 18:00'), due), 'by Wednesday home time')
  })
})
