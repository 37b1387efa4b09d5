import { Temporal } from 'temporal-polyfill'
import { monthNames } from '../../kernel/calendar/month-names.js'
import { wrong } from './read-text.js'
import type { Reading } from './field.js'

/** The three boxes of a date as they were typed. */
export interface DateBoxes {
  readonly day: string
  readonly month: string
  readonly year: string
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * A date from its three boxes: '27' '3' '2026', or with the month in words, or all of it typed or pasted into the first
 * box ('27/3/2026', '27 March 2026'). A year of two figures is refused, not guessed: 26 may be 2026 or 1926.
 */
export function parseDate(boxes: DateBoxes): Reading<Temporal.PlainDate> {
  const { day, month, year } = spread(boxes)
  if (!day && !month && !year) return { is: 'empty' }
  const fault = lacking({ day, month, year }) ?? misshapen({ day, month, year })
  return fault ?? realDate(Number(day), numberOfMonth(month) ?? 0, Number(year))
}

function lacking(boxes: DateBoxes) {
  const parts = (['day', 'month', 'year'] as const).filter((part) => boxes[part] === '')
  return parts.length > 0 ? wrong(`The date needs a ${parts.join(' and a ')} as well`, parts[0]) : null
}

function misshapen({ day, month, year }: DateBoxes) {
  if (!/^\d{1,2}$/.test(day)) return wrong('The day is a number, such as 27', 'day')
  if (numberOfMonth(month) === null)
    return wrong('The month is a number from 1 to 12, or a name such as March', 'month')
  return /^\d{4}$/.test(year) ? null : wrong('The year has four figures, such as 2026', 'year')
}

/** All three parts typed into the day's box, taken apart. */
function spread(boxes: DateBoxes): DateBoxes {
  if (boxes.month || boxes.year) return boxes
  const parts = boxes.day.split(/[\s/.-]+/)
  return parts.length === 3 ? { day: parts[0] ?? '', month: parts[1] ?? '', year: parts[2] ?? '' } : boxes
}

function numberOfMonth(month: string): number | null {
  if (/^\d{1,2}$/.test(month)) return Number(month) >= 1 && Number(month) <= 12 ? Number(month) : null
  const at = months.indexOf(month.slice(0, 3).toLowerCase())
  return at >= 0 && (monthNames[at] ?? '').toLowerCase().startsWith(month.toLowerCase()) ? at + 1 : null
}

function realDate(day: number, month: number, year: number): Reading<Temporal.PlainDate> {
  if (day > 0 && year > 0 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
    return { is: 'answer', value: Temporal.PlainDate.from({ year, month, day }) }
  return wrong(`There is no ${day} ${monthNames[month - 1] ?? ''} ${year}. Check the day and the month`, 'day')
}
