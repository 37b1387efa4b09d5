import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { exampleCalendar } from '../../../kernel/calendar/calendar.examples.js'
import { isId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { wording } from '../jobs/wording.js'
import { isTermWeek, weeklyId } from './weekly-mail.js'

const monday = (iso: string): boolean => isTermWeek(exampleCalendar, Temporal.PlainDate.from(iso))

describe('the mail of the week', () => {
  test('comes in every week with a school day, also when Monday itself is closed', () => {
    assert.equal(monday('2026-11-23'), true)
    assert.equal(monday('2026-11-02'), true, 'an INSET Monday')
    assert.equal(monday('2027-05-03'), true, 'the early May bank holiday')
  })

  test('stays away in the holidays', () => {
    assert.equal(monday('2026-10-26'), false, 'half term')
    assert.equal(monday('2026-12-28'), false, 'Christmas')
    assert.equal(monday('2027-08-09'), false, 'summer')
  })

  test('says how many things wait and where, and nothing else', () => {
    const { subject, text } = wording('https://h.example', { url: '/today', waiting: 3, late: 1 })
    assert.equal(subject, '3 things wait for you in Hedgerow')
    assert.match(
      text,
      /^3 things wait for you in Hedgerow\. One is late\.\n\nSign in to see them:\nhttps:\/\/h\.example\/today\n/,
    )
    assert.match(text, /To get it no more: https:\/\/h\.example\/account\/reminders\n/)
    assert.equal(wording('', { url: '', waiting: 1, late: 0 }).subject, 'One thing waits for you in Hedgerow')
  })

  test('is one a person and week, however often the job runs', () => {
    const [a, b] = ['2026-11-23', '2026-11-30'].map((day) => Temporal.PlainDate.from(day))
    const person = '019a0000-0000-7000-8000-000000000001' as PersonId
    assert.ok(a && b && isId(weeklyId(person, a)))
    assert.equal(weeklyId(person, a), weeklyId(person, a))
    assert.notEqual(weeklyId(person, a), weeklyId(person, b))
  })
})
