import type { Temporal } from 'temporal-polyfill'

/** One day on which somebody is there to act. */
export interface OpenDay {
  readonly date: Temporal.PlainDate
  readonly opens: Temporal.Instant
  /** The first instant at which the day is over. */
  readonly closes: Temporal.Instant
  /** False where no term dates are known and the day was only assumed to be a school day. */
  readonly certain: boolean
}

/** The open days of a calendar in order; a list without end, reckoned as it is walked and remembered. */
export interface OpenDays<D extends OpenDay = OpenDay> {
  /** The open day on `date`, or null when closed. */
  on(date: Temporal.PlainDate): D | null
  /** The first open day on or after `date`. */
  onOrAfter(date: Temporal.PlainDate): D
  /** The first open day after `date`. */
  next(date: Temporal.PlainDate): D
  /** The last open day on or before `date`. */
  onOrBefore(date: Temporal.PlainDate): D
  /** The open day that follows another. */
  after(day: D): D
}

/**
 * Remembers what `look` answers for each date, and each day's successor, so that ten thousand deadlines on one calendar
 * cost a walk along pointers and not ten thousand walks of date arithmetic. `look` must find an open day sooner or later
 * in both directions; school calendars do, because beyond the known terms every working day is taken for a school day.
 */
export function openDays<D extends OpenDay>(look: (date: Temporal.PlainDate) => D | null): OpenDays<D> {
  const known = new Map<string, D | null>()
  const first = new WeakMap<Temporal.PlainDate, D>()
  const successor = new WeakMap<D, D>()

  function on(date: Temporal.PlainDate): D | null {
    const key = date.toString()
    let day = known.get(key)
    if (day === undefined) known.set(key, (day = look(date)))
    return day
  }

  function walk(date: Temporal.PlainDate, days: 1 | -1): D {
    for (let at = date; ; at = at.add({ days })) {
      const day = on(at)
      if (day) return day
    }
  }

  function after(day: D): D {
    let following = successor.get(day)
    if (!following) successor.set(day, (following = walk(day.date.add({ days: 1 }), 1)))
    return following
  }

  function onOrAfter(date: Temporal.PlainDate): D {
    let day = first.get(date)
    if (!day) first.set(date, (day = walk(date, 1)))
    return day
  }

  function next(date: Temporal.PlainDate): D {
    const day = onOrAfter(date)
    return day.date.equals(date) ? after(day) : day
  }

  return { on, after, onOrAfter, next, onOrBefore: (date) => walk(date, -1) }
}
