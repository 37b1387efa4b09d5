import type { Temporal } from 'temporal-polyfill'
import { fullDate, fullTime, spokenDate, spokenTime } from '../../dates.js'

/** '2026-11-24T10:42:07Z'. Temporal's own way of leaving out fractions takes longer than the rest of a line of a list. */
const toTheSecond = (at: Temporal.Instant): string => `${new Date(at.epochMilliseconds).toISOString().slice(0, 19)}Z`

/** A moment as people say it ('today 10:42'), with its full form on hover and in print. */
export function Time({ at, now }: { readonly at: Temporal.Instant; readonly now: Temporal.Instant }) {
  return (
    <time datetime={toTheSecond(at)} title={fullTime(at)}>
      {spokenTime(at, now)}
    </time>
  )
}

/** A day as people say it ('Tue 24 Nov'), with its full form on hover and in print. */
export function Day({ date, today }: { readonly date: Temporal.PlainDate; readonly today: Temporal.PlainDate }) {
  return (
    <time datetime={date.toString()} title={fullDate(date)}>
      {spokenDate(date, today)}
    </time>
  )
}
