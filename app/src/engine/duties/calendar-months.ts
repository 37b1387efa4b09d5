import { parseSpan } from '../../kernel/calendar/span.js'

/** A span as whole months, for days that are counted from a day on a record: '12 months', 'year', 'term' (a third of one). */
export function calendarMonths(text: string): number | null {
  if (text === 'year') return 12
  if (text === 'term') return 4
  const span = parseSpan(text)
  return typeof span !== 'string' && span.unit === 'month' ? span.count : null
}
