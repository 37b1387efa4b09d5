import { Temporal } from 'temporal-polyfill'
import { easterSunday, isBankHoliday, isWeekend } from '../../../kernel/calendar/bank-holidays.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'

/** One school year of the example school. Dates are ISO. */
export interface SchoolYear {
  /** '2026/27'. */
  readonly title: string
  readonly terms: SchoolCalendar['terms']
  /** Half terms, with the INSET days that lengthen them. */
  readonly closures: SchoolCalendar['closures']
  /** The five days for staff without pupils (School Teachers' Pay and Conditions Document: 195 days, 190 with pupils). */
  readonly insetDays: readonly string[]
  readonly shortDays: NonNullable<SchoolCalendar['shortDays']>
}

/** The calendar year in which the school year of a date begins. */
export function schoolYearOf(date: Temporal.PlainDate): number {
  return date.month >= 9 ? date.year : date.year - 1
}

const reckoned = new Map<number, SchoolYear>()

/** The school year that begins in September of `year`, by the pattern that most English counties follow. */
export function schoolYear(year: number): SchoolYear {
  const known = reckoned.get(year) ?? reckonYear(year)
  reckoned.set(year, known)
  return known
}

function reckonYear(year: number): SchoolYear {
  const firstInset = weekdayFrom(day(year, 9, 1))
  const secondInset = weekdayFrom(firstInset.add({ days: 1 }))
  const january = weekdayFrom(day(year + 1, 1, 3))
  const autumnBreak = mondayFrom(day(year, 10, 24))
  const whitsun = mondayFrom(day(year + 1, 5, 25))
  const easterBreak = easterSunday(year + 1).subtract({ days: 6 })
  const [afterAutumn, afterWhitsun] = [autumnBreak, whitsun].map((monday) => weekdayFrom(monday.add({ days: 7 }))) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ]
  const lastDay = weekdayOnOrBefore(day(year + 1, 7, 24), 3)
  return {
    title: `${year}/${String(year + 1).slice(2)}`,
    terms: [
      term(`Autumn term ${year}`, weekdayFrom(secondInset.add({ days: 1 })), weekdayOnOrBefore(day(year, 12, 22), 5)),
      term(`Spring term ${year + 1}`, weekdayFrom(january.add({ days: 1 })), easterBreak.subtract({ days: 3 })),
      term(`Summer term ${year + 1}`, weekdayFrom(easterBreak.add({ days: 14 })), lastDay),
    ],
    closures: [
      closure('Half term and INSET day', autumnBreak, afterAutumn),
      closure('Half term', mondayFrom(day(year + 1, 2, 12)), mondayFrom(day(year + 1, 2, 12)).add({ days: 4 })),
      closure('Half term and INSET day', whitsun, afterWhitsun),
    ],
    insetDays: [firstInset, secondInset, afterAutumn, january, afterWhitsun].map(String),
    shortDays: [{ on: lastDay.toString(), closes: '13:30', why: 'Last day of the school year' }],
  }
}

/** The example school's calendar: two years back, for its history, the present one and the next. */
export function exampleCalendar(today: Temporal.PlainDate): SchoolCalendar {
  const present = schoolYearOf(today)
  const years = [present - 2, present - 1, present, present + 1].map(schoolYear)
  return {
    terms: years.flatMap(({ terms }) => terms),
    closures: years.flatMap(({ closures }) => closures),
    hours: { opens: '08:45', closes: '15:20' },
    shortDays: years.flatMap(({ shortDays }) => shortDays),
  }
}

function term(name: string, from: Temporal.PlainDate, to: Temporal.PlainDate): SchoolCalendar['terms'][number] {
  return { name, from: from.toString(), to: to.toString() }
}

function closure(why: string, from: Temporal.PlainDate, to: Temporal.PlainDate): SchoolCalendar['closures'][number] {
  return { why, from: from.toString(), to: to.toString() }
}

function day(year: number, month: number, dayOfMonth: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day: dayOfMonth })
}

function mondayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: (8 - date.dayOfWeek) % 7 })
}

/** The date itself or the next that is neither weekend nor bank holiday. */
function weekdayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return isWeekend(date) || isBankHoliday(date) ? weekdayFrom(date.add({ days: 1 })) : date
}

/** The last such day of the week (1 is Monday) not after a date. */
function weekdayOnOrBefore(date: Temporal.PlainDate, dayOfWeek: number): Temporal.PlainDate {
  return date.subtract({ days: (date.dayOfWeek - dayOfWeek + 7) % 7 })
}
