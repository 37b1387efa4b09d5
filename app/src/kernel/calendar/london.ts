import { Temporal } from 'temporal-polyfill'

/** The one time zone of the product: schools of England and Wales, whatever the server's own clock is set to. */
export const LONDON = 'Europe/London'

/** A date, and the instant at which it begins in London, in milliseconds since 1970. */
interface LondonDay {
  readonly date: Temporal.PlainDate
  readonly begins: number
}

const DAY_MS = 86_400_000
/** Some fifty years of days; more would mean that somebody feeds us nonsense, and then we begin afresh. */
const REMEMBERED = 20_000
const days = new Map<number, LondonDay>()

/**
 * The calendar date in London at an instant. Days are remembered: asking the time zone afresh costs more than all the rest
 * of reckoning a deadline, and the same object for the same date lets others remember too. London is never behind UTC,
 * and at most some hours ahead, so a date begins on the UTC day of the same number or late on the day before.
 */
export function londonDate(instant: Temporal.Instant): Temporal.PlainDate {
  const at = instant.epochMilliseconds
  const utcDay = Math.floor(at / DAY_MS)
  const tomorrow = londonDay(utcDay + 1)
  return at >= tomorrow.begins ? tomorrow.date : londonDay(utcDay).date
}

function londonDay(number: number): LondonDay {
  const known = days.get(number)
  if (known) return known
  if (days.size >= REMEMBERED) days.clear()
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: number })
  const day = { date, begins: londonInstant(date, '00:00').epochMilliseconds }
  days.set(number, day)
  return day
}

/** The wall-clock time in London at an instant, as people write it: '09:05'. */
export function londonTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(LONDON).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The instant at which London's clocks show `time` ('15:20') on `date`; in a skipped hour, as much later as was skipped. */
export function londonInstant(date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: LONDON, plainTime: time }).toInstant()
}
