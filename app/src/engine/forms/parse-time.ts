import { Temporal } from 'temporal-polyfill'
import type { Reading } from './field.js'
import { wrong } from './read-text.js'

const by24 = /^(\d{1,2})\s*[:.h]?\s*(\d{2})$/
const by12 = /^(\d{1,2})(?:\s*[:.]?\s*(\d{2}))?\s*([ap])\.?m\.?$/i

/** A time of day as people write it: '10:42', '10.42', '1042', '2pm', '2.30 pm', 'midday'. A bare '10' is asked again. */
export function parseTime(text: string): Reading<Temporal.PlainTime> {
  if (text === '') return { is: 'empty' }
  if (/^(midday|noon)$/i.test(text)) return time(12, 0)
  const [, hour, minute = '0', half] = by24.exec(text) ?? by12.exec(text) ?? []
  return hour === undefined ? unclear : time(hourOf(Number(hour), half), Number(minute))
}

/** The hour of the day from 0 to 23, or not a number where there is no such hour. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return hour < 1 || hour > 12 ? Number.NaN : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

const unclear = wrong('Give the time as hours and minutes, such as 10:42 or 2:15pm', 'time')

function time(hour: number, minute: number): Reading<Temporal.PlainTime> {
  return hour <= 23 && minute <= 59 ? { is: 'answer', value: Temporal.PlainTime.from({ hour, minute }) } : unclear
}
