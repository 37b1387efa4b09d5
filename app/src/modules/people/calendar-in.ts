import type { SchoolCalendar } from '../../kernel/calendar/school-calendar.js'

/** Rows of the calendar's form that are offered empty, beyond those that are filled. */
export const spareRows = 4
/** More rows than any school fills; a body with more is cut off here. */
const mostRows = 60

type Body = Readonly<Record<string, unknown>>

const typed = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value.trim().slice(0, 100) : ''
}

/** The rows of one part of the form in which anything was typed: 'term-3-from', 'term-3-to', 'term-3-name'. */
function rowsIn<Part extends string>(body: Body, part: string, boxes: readonly Part[]): Record<Part, string>[] {
  return Array.from({ length: mostRows }, (_, at) =>
    Object.fromEntries(boxes.map((box) => [box, typed(body, `${part}-${at}-${box}`)])),
  ).filter((row): row is Record<Part, string> => Object.values(row).some((text) => text !== ''))
}

/** What the office typed as a calendar, just as it was typed: `calendarErrors` says what is wrong with it. */
export function calendarIn(body: Body): SchoolCalendar {
  return {
    terms: rowsIn(body, 'term', ['name', 'from', 'to']),
    // A closure of one day needs no second date.
    closures: rowsIn(body, 'closure', ['why', 'from', 'to']).map((row) => ({ ...row, to: row.to || row.from })),
    shortDays: rowsIn(body, 'short', ['why', 'on', 'closes']),
    hours: { opens: typed(body, 'opens'), closes: typed(body, 'closes') },
  }
}
