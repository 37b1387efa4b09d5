import type { Temporal } from 'temporal-polyfill'
import { deadline } from '../../../kernel/calendar/deadline.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import type { Span } from '../../../kernel/calendar/span.js'

/** How long a session lasts by the pack's `signIn` section. */
export interface SessionRules {
  /** Ends this long after the last request. */
  readonly idle: Span
  /** Ends this long after the sign-in, whatever happens. */
  readonly absolute: Span
}

/** What is stored of a session that its life depends on. */
export interface SessionTimes {
  readonly signedInAt: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant
  /** The machine is one that many people use: a classroom tablet, the computer in the staff room. */
  readonly shared: boolean
}

/** On a shared machine: five minutes of nothing, and one lesson in all, where the pack does not ask for less. */
const SHARED: SessionRules = { idle: { unit: 'minute', count: 5 }, absolute: { unit: 'hour', count: 1 } }
/** How long a proof of who is there counts for sensitive acts (export, handing over posts, unsealing). */
const FRESH_MINUTES = 10
/** The last request is written down at most this often, or every page would cost a write. */
const NOTICE_SECONDS = 60

/** When a session ends if nothing more happens. Over from that instant on. */
export function sessionEnds(calendar: SchoolCalendar, rules: SessionRules, session: SessionTimes): Temporal.Instant {
  const idle = deadline(calendar, session.lastSeenAt, rules.idle)
  const absolute = deadline(calendar, session.signedInAt, rules.absolute)
  if (!session.shared) return earliest(idle, absolute)
  return earliest(
    earliest(idle, absolute),
    earliest(
      deadline(calendar, session.lastSeenAt, SHARED.idle),
      deadline(calendar, session.signedInAt, SHARED.absolute),
    ),
  )
}

/** Whether a session is still good at `now`. */
export function isLive(ends: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.epochMilliseconds < ends.epochMilliseconds
}

/** Whether the last request lies so far back that this one should be written down. */
export function isWorthNoting(lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - lastSeenAt.epochMilliseconds >= NOTICE_SECONDS * 1_000
}

/** Whether the person proved who they are within the last ten minutes, by password, code or passkey. Null: never did. */
export function isFresh(provedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (provedAt === null) return false
  const age = now.epochMilliseconds - provedAt.epochMilliseconds
  return age >= 0 && age < FRESH_MINUTES * 60_000
}

function earliest(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return a.epochMilliseconds <= b.epochMilliseconds ? a : b
}
