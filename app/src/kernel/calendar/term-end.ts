import { Temporal } from 'temporal-polyfill'
import { type SchoolCalendar, type SchoolDay, schoolDays, termsInOrder } from './school-calendar.js'

/** Ends of term where the school has entered none, roughly those of most English and Welsh councils: month and day. */
const USUAL_ENDS = ['03-31', '07-21', '12-20'] as const

/**
 * The last school day of the term that a school day is in. On an assumed day, of the usual term, unless a term that the
 * school has entered begins before that would end.
 */
export function termEnd(calendar: SchoolCalendar, day: SchoolDay): SchoolDay {
  const terms = termsInOrder(calendar)
  const usual = usualEnd(day.date)
  const date = day.date.toString()
  const term = day.term === null ? terms.find(({ from }) => from > date && from <= usual) : terms[day.term]
  const end = schoolDays(calendar).onOrBefore(Temporal.PlainDate.from(term?.to ?? usual))
  // A term of which every day is closed has no last day of its own; its end must still not fall before the day asked about.
  const last = Temporal.PlainDate.compare(end.date, day.date) < 0 ? day : end
  return { ...last, certain: last.certain && day.certain }
}

function usualEnd(date: Temporal.PlainDate): string {
  const ends = USUAL_ENDS.map((monthDay) => `${date.year}-${monthDay}`)
  return ends.find((end) => end >= date.toString()) ?? `${date.year + 1}-${USUAL_ENDS[0]}`
}
