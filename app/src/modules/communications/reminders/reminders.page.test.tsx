import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkPage } from '../../../../test/render-checks.js'
import { testFrame } from '../../../web/gallery/test-frame.js'
import { renderPage } from '../../../web/page.js'
import { NewCalendarPage, RemindersPage } from './reminders-page.js'

const now = Temporal.Instant.from('2026-11-24T10:42:00Z')
const page = (weekly_mail: boolean, calendar_since: Temporal.Instant | null, mailIsSet = true): string =>
  renderPage(<RemindersPage frame={testFrame} {...{ now, weekly_mail, calendar_since, mailIsSet }} />)

test('the page of reminders is good HTML with and without an address, and so is the new address', () => {
  checkPage(page(true, null, false))
  checkPage(page(false, now))
  checkPage(renderPage(<NewCalendarPage frame={testFrame} address="https://h.example/calendar/a/b/hedgerow.ics" />))
})

test('somebody who wants no mail of the week can ask for it again', () => {
  assert.match(page(true, null), /name="mail" value="off"/)
  assert.match(page(false, null), /name="mail" value="on"/)
})

test('an address is not shown again, but can be closed or made anew', () => {
  assert.doesNotMatch(page(true, null), /Close the address/)
  assert.match(page(true, now), /Close the address/)
})
