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
  /** What lies before an open day, from some first day of this list: only the difference of two of these means anything. */
  before(day: D): Before
}

/** How many open days, and how many milliseconds of them. */
export interface Before {
  readonly days: number
  readonly open: number
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

  return { on, after, onOrAfter, next, onOrBefore: (date) => walk(date, -1), before: reckoner(after) }
}

/**
 * Adds up open days once, from whichever day was asked for first, and further in both directions as days are asked for:
 * a list of concerns that have waited for two years would otherwise walk two years of days for each of its lines.
 */
function reckoner<D extends OpenDay>(after: (day: D) => D): (day: D) => Before {
  const known = new Map<D, Before>()
  let ends: { first: D; last: D } | null = null
  const set = (day: D, before: Before): Before => {
    known.set(day, before)
    return before
  }
  const lengthOf = ({ opens, closes }: D): number => closes.epochMilliseconds - opens.epochMilliseconds

  function forwards(from: D, to: D): Before {
    let day = from
    let before = known.get(from) ?? set(from, { days: 0, open: 0 })
    while (day !== to) {
      before = { days: before.days + 1, open: before.open + lengthOf(day) }
      day = after(day)
      set(day, before)
    }
    return before
  }

  function backwards(day: D, first: D): Before {
    const passed: D[] = []
    for (let at = day; at !== first; at = after(at)) passed.push(at)
    let before = known.get(first) ?? { days: 0, open: 0 }
    for (const at of passed.toReversed()) before = set(at, { days: before.days - 1, open: before.open - lengthOf(at) })
    return before
  }

  return (day) => {
    const already = known.get(day)
    if (already) return already
    ends ??= { first: day, last: day }
    const { first, last } = ends
    const isEarlier = day.opens.epochMilliseconds < first.opens.epochMilliseconds
    ends = isEarlier ? { first: day, last } : { first, last: day }
    return isEarlier ? backwards(day, first) : forwards(last, day)
  }
}
