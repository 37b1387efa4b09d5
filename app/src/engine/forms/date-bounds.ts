import type { Temporal } from 'temporal-polyfill'
import type { FormContext } from './field.js'

/** Which days may be given, with the sentence for one that may not. 'today' is the day of asking, in London. */
export interface DateBounds {
  readonly earliest?: 'today' | Temporal.PlainDate
  readonly tooEarly?: string
  readonly latest?: 'today' | Temporal.PlainDate
  readonly tooLate?: string
}

/** Today in London, at the moment the form is read. */
export const todayOf = ({ now }: FormContext): Temporal.PlainDate =>
  now.toZonedDateTimeISO('Europe/London').toPlainDate()

/** What is wrong with a day that lies outside its bounds, or null. */
export function boundFault(date: Temporal.PlainDate, bounds: DateBounds, context: FormContext): string | null {
  const { earliest, latest } = bounds
  const day = (bound: 'today' | Temporal.PlainDate) => (bound === 'today' ? todayOf(context) : bound)
  if (latest && date.since(day(latest)).sign > 0) return bounds.tooLate ?? 'This day has not come yet. Check the date'
  if (earliest && date.since(day(earliest)).sign < 0)
    return bounds.tooEarly ?? 'This day is too long ago. Check the date'
  return null
}
