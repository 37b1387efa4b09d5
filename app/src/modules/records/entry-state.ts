import { Temporal } from 'temporal-polyfill'
import { reviewDay } from '../../engine/registers/look-due.js'
import type { Register } from '../../engine/registers/register.js'
import type { RegisterEntryRow } from '../../engine/registers/schema.js'
import { shortDate } from '../../web/dates.js'
import type { EntryLine } from './pages/register.js'

/** How long before a day the list begins to show it. */
const soon = { months: 2 }

/** What presses in an entry on a day: that it ran out, or was not looked at; the nearer of the two. Null while neither is near. */
export function entryState(register: Register, row: RegisterEntryRow, today: Temporal.PlainDate): EntryLine['state'] {
  if (row.ended_at) return { look: 'closed', words: 'Ended' }
  const { expires_on: expires, reviewed_on: reviewedOn } = row
  const review = reviewDay({ reviewedOn }, register)
  const days = [
    ...(expires ? [{ day: expires, past: 'Ran out on', coming: 'Runs out on' }] : []),
    ...(review ? [{ day: review, past: 'Look again: was due', coming: 'Look again by' }] : []),
  ].toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day))
  const [first] = days
  if (!first || Temporal.PlainDate.compare(first.day, today.add(soon)) > 0) return null
  const isPast = Temporal.PlainDate.compare(first.day, today) < 0
  return { look: isPast ? 'overdue' : 'due', words: `${isPast ? first.past : first.coming} ${shortDate(first.day)}` }
}
