import { Temporal } from 'temporal-polyfill'

/** A school's wall-clock time ('2026-11-24T10:42') as an instant. */
export const londonTimeOf = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text.slice(0, 16)).toZonedDateTime('Europe/London').toInstant()
