import { Temporal } from 'temporal-polyfill'
import { londonDate, londonInstant } from '../../kernel/calendar/london.js'

/** The day that an address asks about, at its end; now, where it asks none or one that cannot be read. */
export interface AsOf {
  readonly at: Temporal.Instant
  readonly past: boolean
  readonly error: string | null
  readonly typed: Readonly<Record<'day' | 'month' | 'year', string>>
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 4) : '')

/** Reads `as-of-day`, `as-of-month` and `as-of-year`. */
export function asOfFrom(query: unknown, now: Temporal.Instant): AsOf {
  const given = (query ?? {}) as Readonly<Record<string, unknown>>
  const typed = { day: text(given['as-of-day']), month: text(given['as-of-month']), year: text(given['as-of-year']) }
  const today = { at: now, past: false, typed }
  if (!typed.day && !typed.month && !typed.year) return { ...today, error: null }
  try {
    const [day, month, year] = [Number(typed.day), Number(typed.month), Number(typed.year)]
    const date = Temporal.PlainDate.from({ day, month, year }, { overflow: 'reject' })
    if (Temporal.PlainDate.compare(date, londonDate(now)) > 0)
      return { ...today, error: 'That day has not come yet. Choose one in the past.' }
    if (date.equals(londonDate(now))) return { ...today, error: null }
    return { at: londonInstant(date, '23:59'), past: true, typed, error: null }
  } catch {
    return { ...today, error: 'Enter a real date, for example 3 3 2026.' }
  }
}
