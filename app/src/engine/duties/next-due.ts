import { Temporal } from 'temporal-polyfill'
import { deadline } from '../../kernel/calendar/deadline.js'
import { londonDate, londonInstant } from '../../kernel/calendar/london.js'
import { schoolDays } from '../../kernel/calendar/school-calendar.js'
import type { SchoolCalendar } from '../../kernel/calendar/school-calendar.js'
import type { Span } from '../../kernel/calendar/span.js'
import { stretchesBetween } from './stretches.js'
import type { Timing } from './timing.js'

/** One time that a duty is owed: from when it can be done, and by when it must be. */
export interface Occasion {
  /** Names it for ever: 'autumn-2026', or the day by which it is due. */
  readonly period: string
  /** 'autumn term 2026'; null where the deadline says it all. */
  readonly words: string | null
  readonly opens: Temporal.Instant
  readonly due: Temporal.Instant
}

/** What is known when asking: since when the duty binds, and when it was done, oldest first. */
export interface Past {
  readonly since: Temporal.Instant
  readonly done: readonly { readonly period: string; readonly at: Temporal.Instant }[]
  readonly now: Temporal.Instant
}

export interface Pace {
  readonly timing: Timing
  /** How long the first time may take where it is counted from when it was last done. */
  readonly first: Span
  /** How long a day's duty may take: the first day of the school year. */
  readonly within: Span
}

/**
 * The time that a recurring duty is owed now, or next. Counted from when it was last done, or by the stretches of the school
 * year; of stretches that were missed, only the last counts against anybody: once the next is done, the missed one is history.
 * Null for a duty that only events call for.
 */
export function occasionOf(calendar: SchoolCalendar, { timing, first, within }: Pace, past: Past): Occasion | null {
  if (timing.kind === 'called') return null
  if (timing.kind === 'every') return counted(calendar, { span: timing.span, first }, past)
  return byStretch(calendar, { timing, within }, past)
}

function counted(
  calendar: SchoolCalendar,
  { span, first }: { readonly span: Span; readonly first: Span },
  past: Past,
): Occasion {
  const last = past.done.at(-1)
  const due = last
    ? deadline(calendar, last.at, span)
    : earlier(deadline(calendar, past.since, first), deadline(calendar, past.since, span))
  const begun = last?.at ?? past.since
  // A quarter of the time before it is due: a year's duty shows three months ahead, a week's two days.
  const quarter = Math.floor((due.epochMilliseconds - begun.epochMilliseconds) / 4)
  const opens = last ? due.subtract({ milliseconds: quarter }) : past.since
  return { period: `by-${londonDate(due).toString()}`, words: null, opens, due }
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(a, b) < 0 ? a : b

function byStretch(
  calendar: SchoolCalendar,
  { timing, within }: { readonly timing: Timing; readonly within: Span },
  { since, done, now }: Past,
): Occasion | null {
  const today = londonDate(now)
  const span = { from: londonDate(since), to: today.add({ years: 1 }) }
  const all = stretchesBetween(calendar, timing, span).map((stretch): Occasion => {
    const opens = londonInstant(stretch.from, '00:00')
    const due = timing.kind === 'first-day' ? deadline(calendar, opens, within) : endOfSchool(calendar, stretch.to)
    return { period: stretch.key, words: stretch.words, opens, due }
  })
  const isDone = ({ period, opens, due }: Occasion) =>
    done.some(
      (one) =>
        one.period === period || (inside(one.at, opens, due) && !all.some((other) => other.period === one.period)),
    )
  const begun = all.filter(({ opens }) => Temporal.Instant.compare(opens, now) <= 0)
  const current = begun.at(-1)
  const before = begun.at(-2)
  if (current && !isDone(current)) {
    const late = before && Temporal.Instant.compare(before.due, since) >= 0 && !isDone(before)
    return late ? before : current
  }
  return all.find(({ opens }) => Temporal.Instant.compare(opens, now) > 0) ?? null
}

const inside = (at: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) <= 0

/** Home time of the last school day on or before a day. */
const endOfSchool = (calendar: SchoolCalendar, day: Temporal.PlainDate): Temporal.Instant =>
  schoolDays(calendar).onOrBefore(day).closes
