import { Problem } from './problem.js'

const local = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/**
 * The instant of a local time such as '2026-11-26 10:15', or of an ISO instant with Z or an offset; now when nothing is
 * given. A time that comes twice when the clocks go back is the first of the two; one that is skipped is a Problem.
 */
export function instantOf(text: string | undefined, now: number): number {
  if (text === undefined) return now
  const instant = /[zZ]$|[+-]\d\d:\d\d$/.test(text) ? Date.parse(text) : localInstant(text)
  if (Number.isNaN(instant)) throw new Problem(`"${text}" is no time, such as '2026-11-26 10:15'.`)
  return instant
}

function localInstant(text: string): number {
  const [, date, hour, minute] = /^(\d{4}-\d\d-\d\d)[ T](\d\d):(\d\d)$/.exec(text.trim()) ?? []
  const asUtc = Date.parse(`${date}T${hour}:${minute}:00Z`)
  // London is at UTC or one hour ahead of it; summer time first, so that the first of two is found.
  const found = [asUtc - 3_600_000, asUtc].find(
    (instant) => !Number.isNaN(instant) && localText(instant) === `${date} ${hour}:${minute}`,
  )
  return found ?? Number.NaN
}

/** An instant as people in school read it: '2026-11-26 10:15'. */
export function localText(instant: number): string {
  const parts = Object.fromEntries(local.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`
}
