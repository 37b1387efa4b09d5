import { Temporal } from 'temporal-polyfill'

/**
 * By when the classes of a school year must have met the policy: the end of September; where the policy took force later,
 * a month after that, or a school that begins in November would be late before it has begun. `starts`: the year's first.
 */
export function classDeadline(starts: number, inForceFrom: Temporal.PlainDate): Temporal.PlainDate {
  const september = Temporal.PlainDate.from({ year: starts, month: 9, day: 30 })
  return Temporal.PlainDate.compare(inForceFrom, september) > 0 ? inForceFrom.add({ months: 1 }) : september
}
