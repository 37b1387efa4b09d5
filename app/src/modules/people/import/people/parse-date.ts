import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../roster.js'
import type { RuleId } from '../rules.js'

/** Which of two numbers before the year is the day. British exports say the day first. */
export type DateOrder = 'day-first' | 'month-first'

/** A date as understood, with the doubt that came with it; `date` is null when the text is no date at all. */
export interface ParsedDate {
  readonly date: IsoDate | null
  readonly doubt: Extract<RuleId, `date-${string}`> | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** A time of day after the date, which exports from databases add. */
const TIME = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?$/i
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/
const WORDS = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]([a-z]{3,9})\.?[-/. ,]+(\d{2}|\d{4})$/i
const SERIAL = /^\d{5}(?:\.\d+)?$/

/**
 * Reads a date in the forms that school systems and spreadsheets write: 2018-03-21, 20180321, 21/03/2018, 21-Mar-18, and the
 * day counts of Excel. `today` (ISO) settles two-figure years: never in the future.
 */
export function parseDate(text: string, order: DateOrder, today: IsoDate): ParsedDate {
  const plain = text.replace(TIME, '').trim()
  const iso = ISO.exec(plain) ?? COMPACT.exec(plain)
  if (iso) return certain(isoDate(iso[1], iso[2], iso[3]))
  const numbers = NUMBERS.exec(plain)
  if (numbers) return fromNumbers(numbers, order, today)
  const words = WORDS.exec(plain)
  if (words) return fromWords(words, today)
  if (SERIAL.test(plain)) return fromSerial(Number.parseInt(plain, 10))
  return certain(null)
}

/** The order that the numbers of a date can only have, or null when they fit both or neither. */
export function onlyOrder(text: string): DateOrder | null {
  const [, first = '', second = ''] = NUMBERS.exec(text.replace(TIME, '').trim()) ?? []
  if (Number(first) > 12 && Number(second) <= 12) return 'day-first'
  return Number(second) > 12 && Number(first) <= 12 ? 'month-first' : null
}

function fromNumbers([, first, second, year = '']: RegExpExecArray, order: DateOrder, today: IsoDate): ParsedDate {
  const full = fullYear(year, today)
  const dayFirst = () => isoDate(full, second, first)
  const monthFirst = () => isoDate(full, first, second)
  const expected = order === 'day-first' ? dayFirst() : monthFirst()
  const date = expected ?? (order === 'day-first' ? monthFirst() : dayFirst())
  if (date === null) return certain(null)
  if (order === 'day-first' && expected === null) return { date, doubt: 'date-month-first' }
  return { date, doubt: year.length === 2 ? 'date-short-year' : null }
}

function fromWords([, day, word = '', year = '']: RegExpExecArray, today: IsoDate): ParsedDate {
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
  const date = isoDate(fullYear(year, today), String(month), day)
  return { date, doubt: date && year.length === 2 ? 'date-short-year' : null }
}

/** Spreadsheets count days from 30 December 1899 (the day before their first, to make up for a 29 February 1900 that never was). */
function fromSerial(days: number): ParsedDate {
  return { date: Temporal.PlainDate.from('1899-12-30').add({ days }).toString(), doubt: 'date-serial' }
}

function certain(date: IsoDate | null): ParsedDate {
  return { date, doubt: null }
}

function fullYear(year: string, today: IsoDate): string {
  if (year.length === 4) return year
  const century = Number(today.slice(0, 2))
  return year <= today.slice(2, 4) ? `${century}${year}` : `${century - 1}${year}`
}

function isoDate(year = '', month = '', day = ''): IsoDate | null {
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
