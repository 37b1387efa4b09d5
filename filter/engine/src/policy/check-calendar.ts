import type { SchoolCalendar } from '../policy.js'

/** What is wrong with the school's terms and closed days: a day that no month has is never reached, and nobody would notice. */
export function calendarProblems({ terms, closed }: SchoolCalendar): readonly string[] {
  return [
    ...[...terms.flatMap(({ from, to }) => [from, to]), ...closed]
      .filter((day) => !isDay(day))
      .map((day) => `The calendar names ${day}, which is no day.`),
    ...terms
      .filter(({ from, to }) => from >= to)
      .map(({ from, to }) => `A term from ${from} to ${to} has no day in it.`),
    ...closed
      .filter((day) => isDay(day) && !terms.some(({ from, to }) => day >= from && day < to))
      .map((day) => `The calendar closes ${day}, which is in no term.`),
  ]
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
