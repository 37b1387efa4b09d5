import { Temporal } from 'temporal-polyfill'

/** The one time zone of the product: schools of England and Wales, whatever the server's own clock is set to. */
export const LONDON = 'Europe/London'

/** The calendar date in London at an instant. */
export function londonDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(LONDON).toPlainDate()
}

/** The wall-clock time in London at an instant, as people write it: '09:05'. */
export function londonTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(LONDON).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The instant at which London's clocks show `time` ('15:20') on `date`; in a skipped hour, as much later as was skipped. */
export function londonInstant(date: Temporal.PlainDate, time: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: LONDON, plainTime: time }).toInstant()
}
