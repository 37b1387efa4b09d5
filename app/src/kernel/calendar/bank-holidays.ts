import { Temporal } from 'temporal-polyfill'

/** A bank holiday of England and Wales; `date` is the day that is free, so a substitute day when the feast falls on a weekend. */
export interface BankHoliday {
  readonly date: Temporal.PlainDate
  readonly name: string
}

/** Days given once, by proclamation under the Banking and Financial Dealings Act 1971. Add a line when another is proclaimed. */
const ONE_OFFS: Readonly<Record<number, readonly (readonly [date: string, name: string])[]>> = {
  2022: [
    ['2022-06-03', 'Platinum Jubilee'],
    ['2022-09-19', 'State funeral of Queen Elizabeth II'],
  ],
  2023: [['2023-05-08', 'Coronation of King Charles III']],
}

/** Years in which a yearly holiday was moved by proclamation instead of falling on its usual Monday. */
const MOVED: Readonly<Record<string, string>> = {
  'Early May bank holiday 2020': '2020-05-08',
  'Spring bank holiday 2022': '2022-06-02',
}

const byYear = new Map<number, readonly BankHoliday[]>()
const dates = new Map<number, ReadonlySet<string>>()

/** The bank holidays of England and Wales in a year, earliest first. Good from 2013; later proclamations need a line above. */
export function bankHolidays(year: number): readonly BankHoliday[] {
  let holidays = byYear.get(year)
  if (!holidays) byYear.set(year, (holidays = reckonYear(year)))
  return holidays
}

/** Whether a date is a bank holiday of England and Wales. */
export function isBankHoliday(date: Temporal.PlainDate): boolean {
  let free = dates.get(date.year)
  if (!free) dates.set(date.year, (free = new Set(bankHolidays(date.year).map((holiday) => holiday.date.toString()))))
  return free.has(date.toString())
}

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher (Astronomical Algorithms, ch. 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const marchDay = epact + weekday - 7 * late + 22
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: marchDay - 1 })
}

function reckonYear(year: number): readonly BankHoliday[] {
  const easter = easterSunday(year)
  const yearly: BankHoliday[] = [
    ...withSubstitutes([{ date: day(year, 1, 1), name: "New Year's Day" }]),
    { date: easter.subtract({ days: 2 }), name: 'Good Friday' },
    { date: easter.add({ days: 1 }), name: 'Easter Monday' },
    { date: mondayOnOrAfter(day(year, 5, 1)), name: 'Early May bank holiday' },
    { date: mondayOnOrAfter(day(year, 5, 25)), name: 'Spring bank holiday' },
    { date: mondayOnOrAfter(day(year, 8, 25)), name: 'Summer bank holiday' },
    ...withSubstitutes([
      { date: day(year, 12, 25), name: 'Christmas Day' },
      { date: day(year, 12, 26), name: 'Boxing Day' },
    ]),
  ]
  const moved = yearly.map((holiday) => {
    const to = MOVED[`${holiday.name} ${year}`]
    return to ? { ...holiday, date: Temporal.PlainDate.from(to) } : holiday
  })
  const oneOffs = (ONE_OFFS[year] ?? []).map(([date, name]) => ({ date: Temporal.PlainDate.from(date), name }))
  return [...moved, ...oneOffs].sort((a, b) => Temporal.PlainDate.compare(a.date, b.date))
}

/** A feast on a weekend gives the next weekday that is not itself a feast (so Christmas on a Sunday gives Tuesday, not Monday). */
function withSubstitutes(feasts: readonly BankHoliday[]): readonly BankHoliday[] {
  const taken = new Set(feasts.filter(({ date }) => !isWeekend(date)).map(({ date }) => date.toString()))
  return feasts.map((feast) => {
    if (!isWeekend(feast.date)) return feast
    let date = feast.date
    while (isWeekend(date) || taken.has(date.toString())) date = date.add({ days: 1 })
    taken.add(date.toString())
    return { date, name: `${feast.name} (substitute day)` }
  })
}

function day(year: number, month: number, dayOfMonth: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day: dayOfMonth })
}

function mondayOnOrAfter(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: (8 - date.dayOfWeek) % 7 })
}

/** Saturday or Sunday. */
export function isWeekend(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek >= 6
}
