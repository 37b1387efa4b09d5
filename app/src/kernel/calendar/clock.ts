import { Temporal } from 'temporal-polyfill'

/** Where every part of the product learns the time, so that a test can stand on any day of the school year. */
export interface Clock {
  now(): Temporal.Instant
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that has stopped; takes an instant or its ISO text ('2026-11-24T10:42:00Z'). */
export function fixedClock(instant: Temporal.Instant | string): Clock {
  const at = Temporal.Instant.from(instant)
  return { now: () => at }
}

/** A clock that runs with `base` but shows another time: for rehearsals and for walking an example school through a term. */
export function offsetClock(base: Clock, offset: Temporal.DurationLike): Clock {
  return { now: () => base.now().add(offset) }
}
