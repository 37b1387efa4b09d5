import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkPage } from '../../../../test/render-checks.js'
import { testFrame } from '../../../web/gallery/test-frame.js'
import { renderPage } from '../../../web/page.js'
import { OutboxPage } from './outbox.js'

const now = Temporal.Instant.from('2026-11-24T10:42:00Z')
const line = { id: 'a', address: 'dsl@school.example', at: now, sent_at: null, tries: 0, last_fault: null }
const page = (
  lines: readonly (typeof line & { readonly sent_at: Temporal.Instant | null; readonly last_fault: string | null })[],
  mailIsSet = true,
): string => renderPage(<OutboxPage frame={testFrame} now={now} mailIsSet={mailIsSet} lines={lines} />)

test('the outbox is good HTML when empty, when mail waits and when it could not be sent', () => {
  checkPage(page([], false))
  checkPage(
    page([line, { ...line, sent_at: now as never }, { ...line, tries: 3, last_fault: 'ECONNREFUSED' as never }]),
  )
})

test('a school without a mail server is told that mail waits, and how to set one', () => {
  assert.match(page([line], false), /No mail leaves yet.*SMTP_URL/s)
  assert.doesNotMatch(page([line]), /SMTP_URL/)
})

test('a mail that could not be sent says how often it was tried', () => {
  assert.match(
    page([{ ...line, tries: 3, last_fault: 'ECONNREFUSED' as never }]),
    /Not sent after 3 tries \(ECONNREFUSED\)/,
  )
})
