import type { Temporal } from 'temporal-polyfill'

/** For how long the words are shown again to whoever sends the same form again: the time in which an answer may be lost. */
const shownAgainMs = 10 * 60_000

/**
 * Whether a concern was taken in just now, so that its words may be shown once more. Later the same form in somebody's
 * browser history must not show them to the next person. Its id tells when it was made (RFC 9562, version 7).
 */
export const isFreshlySent = (concern: string, now: Temporal.Instant): boolean =>
  now.epochMilliseconds - Number.parseInt(concern.replaceAll('-', '').slice(0, 12), 16) < shownAgainMs
