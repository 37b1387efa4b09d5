import { Temporal } from 'temporal-polyfill'
import type { DiaryEntry } from '../../../engine/diary.js'

/** How long before a deadline its entry begins, so that it can be seen in a calendar and ends when time is up. */
const lead = { minutes: 15 }

interface Written {
  readonly now: Temporal.Instant
  /** 'https://hedgerow.example.org', no slash at the end. */
  readonly publicUrl: string
}

/**
 * A person's diary as a calendar file (RFC 5545). Times go out in UTC, which every calendar shows in its own zone: London
 * summer time needs no table of ours. Entries leave the day free, and say only what kind of thing waits and where.
 */
export async function writeCalendar(entries: readonly DiaryEntry[], { now, publicUrl }: Written): Promise<string> {
  // Loaded with the first calendar: most schools' people ask for none.
  const { default: ical, ICalCalendarMethod, ICalEventTransparency } = await import('ical-generator')
  const calendar = ical({
    name: 'Hedgerow',
    prodId: { company: 'Hedgerow', product: 'Hedgerow', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 60 * 60 * 4,
  })
  for (const { id, words, url, when } of entries)
    calendar.createEvent({
      id: `${id}@hedgerow`,
      stamp: new Date(now.epochMilliseconds),
      summary: words,
      description: 'Sign in to Hedgerow to read more. This entry says no more on purpose.',
      url: `${publicUrl}${url}`,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...span(when),
    })
  return calendar.toString()
}

const span = (when: DiaryEntry['when']) =>
  when instanceof Temporal.Instant
    ? { start: dateOf(when.subtract(lead)), end: dateOf(when) }
    : { start: midnight(when), end: midnight(when.add({ days: 1 })), allDay: true }

const dateOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds)

/** A day has no zone; the library writes the UTC day of what it is given. */
const midnight = (day: Temporal.PlainDate): Date => new Date(`${day.toString()}T00:00:00Z`)
