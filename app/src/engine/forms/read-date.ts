import type { Temporal } from 'temporal-polyfill'
import { boundFault, type DateBounds } from './date-bounds.js'
import type { Body, FormContext, Reading } from './field.js'
import { parseDate } from './parse-date.js'
import { readText, wrong } from './read-text.js'

/** The date in the boxes `name-day`, `name-month` and `name-year`. */
export function readDate(
  body: Body,
  name: string,
  bounds: DateBounds,
  context: FormContext,
): Reading<Temporal.PlainDate> {
  const boxes = (['day', 'month', 'year'] as const).map((part) => ({
    part,
    reading: readText(body, `${name}-${part}`),
  }))
  for (const { part, reading } of boxes)
    if (reading.is === 'wrong') return wrong(reading.faults[0]?.sentence ?? '', part)
  const [day = '', month = '', year = ''] = boxes.map(({ reading }) => (reading.is === 'answer' ? reading.value : ''))
  const date = parseDate({ day, month, year })
  const fault = date.is === 'answer' ? boundFault(date.value, bounds, context) : null
  return fault ? wrong(fault) : date
}

/** What somebody would have typed into the boxes to give this date. */
export function retypeDate(date: Temporal.PlainDate, name: string): Readonly<Record<string, string>> {
  return { [`${name}-day`]: `${date.day}`, [`${name}-month`]: `${date.month}`, [`${name}-year`]: `${date.year}` }
}
