import { Temporal } from 'temporal-polyfill'

/** The one time zone of the product: schools of England and Wales, whatever the server's own clock is set to. */
export const LONDON = 'Europe/London'

/** A date, and the instant at which it begins in London, in milliseconds since 1970. */
interface LondonDay {
  readonly date: Temporal.PlainDate
  readonly begins: number
  /** Whether it has 24 hours: two days a year have one more or less. */
  readonly even: boolean
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
export const londonDate = (instant: Temporal.Instant): Temporal.PlainDate => dayOf(instant).date

function dayOf(instant: Temporal.Instant): LondonDay {
  const at = instant.epochMilliseconds
  const utcDay = Math.floor(at / DAY_MS)
  const tomorrow = londonDay(utcDay + 1)
  return at >= tomorrow.begins ? tomorrow : londonDay(utcDay)
}

function londonDay(number: number): LondonDay {
  const known = days.get(number)
  if (known) return known
  if (days.size >= REMEMBERED) days.clear()
  const date = Temporal.PlainDate.from('1970-01-01').add({ days: number })
  const begins = londonInstant(date, '00:00').epochMilliseconds
  const even = londonInstant(date.add({ days: 1 }), '00:00').epochMilliseconds - begins === DAY_MS
  const day = { date, begins, even }
  days.set(number, day)
  return day
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The wall-clock time in London at an instant, as people write it: '09:05'. The time zone is asked only on days that change it. */
export function londonTime(instant: Temporal.Instant): string {
  const { begins, even } = dayOf(instant)
  if (!even) return instant.toZonedDateTimeISO(LONDON).toPlainTime().toString({ smallestUnit: 'minute' })
  const minutes = Math.floor((instant.epochMilliseconds - begins) / 60_000)
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** The instant at which London's clocks show `time` ('15:20') on `date`; in a skipped hour, as much later as was skipped. */
export function londonInstant(date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: LONDON, plainTime: time }).toInstant()
}
