import type { Temporal } from 'temporal-polyfill'

/** Failed sign-ins of one account, or from one source, that are not forgotten yet. */
export interface Failures {
  readonly count: number
  readonly lastAt: Temporal.Instant
}

/** How fast waiting grows. */
export interface Slowness {
  /** Failures before anybody waits. */
  readonly free: number
  /** The first wait; it doubles with each further failure. */
  readonly firstSeconds: number
  /** No wait is longer: an account is slowed, never locked, or a clever Year 6 could lock out the DSL. */
  readonly longestSeconds: number
  /** After this long without a failure, all are forgotten. */
  readonly forgetSeconds: number
}

/** For an account: the pack's `lockAfter` tries, then 30 seconds, a minute, … at most a quarter of an hour; a day to forget. */
export function accountSlowness(lockAfter: number): Slowness {
  return { free: lockAfter, firstSeconds: 30, longestSeconds: 900, forgetSeconds: 86_400 }
}

/**
 * For an address: a whole school sits behind one, so ten times as many tries and short waits. It is there against trying
 * one common password on every account; success does not clear it, or an attacker's own account would.
 */
export function sourceSlowness(lockAfter: number): Slowness {
  return { free: lockAfter * 10, firstSeconds: 2, longestSeconds: 60, forgetSeconds: 3_600 }
}

/** From when on the next try is taken, or null for at once. While waiting, not even the right password is looked at. */
export function waitUntil(
  failures: Failures | null,
  slowness: Slowness,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const counted = remembered(failures, slowness, now)
  if (!counted || counted.count < slowness.free) return null
  const doubled = slowness.firstSeconds * 2 ** Math.min(counted.count - slowness.free, 30)
  const until = counted.lastAt.add({ seconds: Math.min(doubled, slowness.longestSeconds) })
  return until.epochMilliseconds > now.epochMilliseconds ? until : null
}

/** The failures to store after one more. */
export function afterFailure(failures: Failures | null, slowness: Slowness, now: Temporal.Instant): Failures {
  return { count: (remembered(failures, slowness, now)?.count ?? 0) + 1, lastAt: now }
}

/** What the person reads while waiting: the same for an account that exists and one that does not. */
export function waitInWords(until: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1_000)
  const minutes = Math.ceil(seconds / 60)
  const time =
    seconds < 60 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${minutes} minute${minutes === 1 ? '' : 's'}`
  return `Too many wrong tries. Wait ${time}, then try again. If you have forgotten your password, ask the school office.`
}

function remembered(failures: Failures | null, { forgetSeconds }: Slowness, now: Temporal.Instant): Failures | null {
  if (!failures) return null
  return now.epochMilliseconds - failures.lastAt.epochMilliseconds < forgetSeconds * 1_000 ? failures : null
}
