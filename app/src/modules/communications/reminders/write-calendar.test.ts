import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { testClock } from '../../../../test/database.js'
import { FetchPace } from './fetch-pace.js'
import { writeCalendar } from './write-calendar.js'

const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const write = async (when: Temporal.Instant | Temporal.PlainDate): Promise<readonly string[]> =>
  (
    await writeCalendar([{ id: 'a', words: 'Answer a child', url: '/concerns/a', when }], {
      now,
      publicUrl: 'https://h.example',
    })
  ).split('\r\n')

describe('a diary as a calendar file', () => {
  test('a deadline ends when time is up, told in UTC, so that summer and winter time are both right', async () => {
    const winter = await write(Temporal.Instant.from('2026-11-25T15:20:00Z'))
    assert.ok(winter.includes('DTSTART:20261125T150500Z') && winter.includes('DTEND:20261125T152000Z'))
    const summer = await write(
      Temporal.PlainDate.from('2027-06-01')
        .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '15:20' })
        .toInstant(),
    )
    assert.ok(summer.includes('DTEND:20270601T142000Z'))
  })

  test('a day is a day, wherever the server stands', async () => {
    const lines = await write(Temporal.PlainDate.from('2027-03-28'))
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20270328') && lines.includes('DTEND;VALUE=DATE:20270329'))
  })

  test('it keeps its name from fetch to fetch, leaves the day free and says no more than the kind of thing', async () => {
    const lines = await write(now)
    for (const line of ['UID:a@hedgerow', 'TRANSP:TRANSPARENT', 'SUMMARY:Answer a child', 'DTSTAMP:20261124T100000Z'])
      assert.ok(lines.includes(line), line)
  })
})

describe('how often a calendar may be fetched', () => {
  test('forty times an hour from one asker, then not until the hour is over; others are not held up', () => {
    const clock = testClock()
    const pace = new FetchPace(clock)
    for (let time = 0; time < 40; time += 1) assert.equal(pace.take('one'), true)
    assert.equal(pace.take('one'), false)
    assert.equal(pace.take('other'), true)
    clock.at('2026-11-24T11:00:00Z')
    assert.equal(pace.take('one'), true)
  })
})
