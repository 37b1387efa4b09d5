import { Temporal } from 'temporal-polyfill'
import type { Reading } from './field.js'
import { wrong } from './read-text.js'

const shape = /^(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$/i

/** A time of day as people write it: '10:42', '10.42', '1042', '2pm', '2.30 pm', 'midday'. */
export function parseTime(text: string): Reading<Temporal.PlainTime> {
  if (text === '') return { is: 'empty' }
  if (/^(midday|noon)$/i.test(text)) return time(12, 0)
  const [, hours, minutes = '00', half] = shape.exec(text) ?? []
  // '10' alone could be a slip for anything; '10am' could not.
  if (hours === undefined || (!half && !/\d{2}$/.test(text)) || (!half && text.length < 3)) return unclear
  const hour = half ? twelveHours(Number(hours), half.startsWith('p') || half.startsWith('P')) : Number(hours)
  return hour === null || hour > 23 || Number(minutes) > 59 ? unclear : time(hour, Number(minutes))
}

const unclear = wrong('Give the time as hours and minutes, such as 10:42 or 2:15pm', 'time')

const time = (hour: number, minute: number): Reading<Temporal.PlainTime> => ({
  is: 'answer',
  value: Temporal.PlainTime.from({ hour, minute }),
})

const twelveHours = (hour: number, afternoon: boolean) =>
  hour < 1 || hour > 12 ? null : (hour % 12) + (afternoon ? 12 : 0)
