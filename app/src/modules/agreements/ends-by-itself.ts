import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../kernel/calendar/school-calendar.js'
import { deadline } from '../../kernel/calendar/deadline.js'
import { londonDate, londonInstant } from '../../kernel/calendar/london.js'
import { spanOf } from '../../kernel/calendar/span.js'

/**
 * When a pass, or a tablet at work, ends by itself. 'Same school day' is a deadline that goes on to the next school day when
 * school is out; these must not: a pass given at a parents' evening would stand until tomorrow's home time, one given at
 * Christmas until January. Such a pass ends with its own day, at midnight in London.
 */
export function endsByItself(calendar: SchoolCalendar, now: Temporal.Instant, span: string): Temporal.Instant {
  const ends = deadline(calendar, now, spanOf(span))
  const tonight = londonInstant(londonDate(now).add({ days: 1 }), '00:00')
  return span === 'same school day' && ends.epochMilliseconds > tonight.epochMilliseconds ? tonight : ends
}
