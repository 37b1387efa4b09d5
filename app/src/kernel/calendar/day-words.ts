import type { Temporal } from 'temporal-polyfill'

const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** The day of the week: 'Tuesday'. */
export function weekdayWord(date: Temporal.PlainDate): string {
  return DAYS[date.dayOfWeek - 1] ?? ''
}

/** A date in full: 'Tuesday 24 November 2026'. */
export function dateInFull(date: Temporal.PlainDate): string {
  return `${weekdayWord(date)} ${date.day} ${monthWord(date)} ${date.year}`
}

/**
 * A date to come or gone, as people say it on `today`: 'today', 'Tuesday' within six days either way, 'Tue 24 Nov', and with
 * its year when that is another one. Never 'tomorrow': the words may be read a day later, on paper or in a mail.
 */
export function dayWords(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const distance = Math.abs(today.until(date, { largestUnit: 'days' }).days)
  if (distance === 0) return 'today'
  if (distance < 7) return weekdayWord(date)
  const short = `${weekdayWord(date).slice(0, 3)} ${date.day} ${monthWord(date).slice(0, 3)}`
  return date.year === today.year ? short : `${short} ${date.year}`
}

/** '1 school day', '2 school days'. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

function monthWord(date: Temporal.PlainDate): string {
  return MONTHS[date.month - 1] ?? ''
}
