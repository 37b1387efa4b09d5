import { Temporal } from 'temporal-polyfill'
import type { Check, Fault } from './fault.js'

/** Every date is a day of the calendar: 2026-02-30 has the shape of one and is none. */
export const daysExist: Check = (pack) => [
  ...notADay(pack, 'from', pack.from),
  ...[pack, ...pack.laws, ...pack.help, ...pack.agencies, ...pack.agreements].flatMap((entry) =>
    notADay(entry, 'checked', entry.checked),
  ),
  ...pack.keyMessages.flatMap((entry) => notADay(entry, 'changed', entry.changed)),
]

function notADay(on: object, key: string, date: string): readonly Fault[] {
  return isDay(date) ? [] : [{ on, key, sentence: `"${date}" is not a day of the calendar.` }]
}

function isDay(date: string): boolean {
  try {
    Temporal.PlainDate.from(date, { overflow: 'reject' })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
