import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../kernel/calendar/school-calendar.js'
import { schoolYear, schoolYearOf } from '../modules/people/index.js'

/** This school year and the next as most English counties have them, for a school that has not entered its own yet. */
export function usualCalendar(today: Temporal.PlainDate): SchoolCalendar {
  const years = [0, 1].map((later) => schoolYear(schoolYearOf(today) + later))
  return {
    terms: years.flatMap(({ terms }) => terms),
    closures: years.flatMap(({ closures }) => closures),
    hours: { opens: '08:45', closes: '15:20' },
    shortDays: years.flatMap(({ shortDays }) => shortDays),
  }
}
