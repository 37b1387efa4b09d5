import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { exampleCalendar } from '../../kernel/calendar/calendar.examples.js'
import { LONDON } from '../../kernel/calendar/london.js'
import { endsByItself } from './ends-by-itself.js'

const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(LONDON).toInstant()

describe('a guest pass ends by itself', () => {
  const days = {
    'at home time, when it is given in school hours': ['2026-11-24T10:00', '2026-11-24T15:20'],
    'at midnight, when it is given at a parents’ evening': ['2026-11-24T18:30', '2026-11-25T00:00'],
    'at midnight, on a Saturday': ['2026-11-28T12:00', '2026-11-29T00:00'],
    'at midnight, in the Christmas holidays': ['2026-12-24T12:00', '2026-12-25T00:00'],
    'at midnight, on the day on which the clocks go back': ['2026-10-25T01:30', '2026-10-26T00:00'],
  } as const
  for (const [title, [given, ends]] of Object.entries(days))
    test(title, () => {
      assert.equal(endsByItself(exampleCalendar, at(given), 'same school day').toString(), at(ends).toString())
    })
  test('after a longer span, where the policy gives one', () => {
    const ends = endsByItself(exampleCalendar, at('2026-11-24T18:30'), '2 weeks')
    assert.equal(ends.toString(), at('2026-12-08T23:59').toString())
  })
})
