import { Temporal } from 'temporal-polyfill'
import { londonInstant } from '../../kernel/calendar/london.js'
import type { PostId } from '../../kernel/ids.js'
import type { Finding } from '../clauses/clause-state.js'
import { textIn } from '../clauses/params.js'
import type { EngineParams } from '../clauses/params.js'
import { calendarMonths } from '../duties/calendar-months.js'
import type { Register } from './register.js'
import type { TypedEntry } from './typed-entry.js'

/** How long before its day an expiry is told, unless the register says otherwise. */
const usualWarning = '2 months'

/** How long before its day a look is told, in days for each month of its interval: what is looked at monthly is not due always. */
const warnDaysAMonth = 10

/** The last minute of a day in London: what is good until the 3rd is good on the 3rd. */
export const endOf = (day: Temporal.PlainDate): Temporal.Instant => londonInstant(day, '23:59')

/**
 * The day by which an entry must be looked at again, or null where nobody asked for it. A clause's `every` sets another
 * interval; where the register has none at all it means something else, such as how often two posts must meet.
 */
export function reviewDay(
  entry: Pick<TypedEntry, 'reviewedOn'>,
  { review }: Register,
  params: EngineParams = {},
): Temporal.PlainDate | null {
  const months = review === undefined ? null : calendarMonths(textIn(params, 'every') ?? review)
  return months === null ? null : entry.reviewedOn.add({ months })
}

/** How long before its day a look is told: as the register warns, and no sooner than a third of its interval. */
function soonFor({ review, warn }: Register, params: EngineParams): Temporal.DurationLike {
  const interval = calendarMonths(textIn(params, 'every') ?? review ?? '') ?? 12
  const months = calendarMonths(warn ?? usualWarning) ?? 2
  return interval * warnDaysAMonth < months * 30 ? { days: interval * warnDaysAMonth } : { months }
}

/** What an entry needs on a day: to be looked at again, or to be renewed. Empty while both are far off. */
export function lookDue(
  entry: TypedEntry,
  register: Register,
  { params, day }: { readonly params: EngineParams; readonly day: Temporal.PlainDate },
): readonly Finding[] {
  const { owner, title } = entry
  const post = (textIn(params, 'post') ?? owner) as PostId
  const rows = [{ table: 'register_entry', id: entry.id }]
  const usual = { months: calendarMonths(register.warn ?? usualWarning) ?? 2 }
  const finding = (
    on: Temporal.PlainDate,
    over: string,
    soon: string,
    warn: Temporal.DurationLike = usual,
  ): readonly Finding[] => {
    if (Temporal.PlainDate.compare(on, day) < 0) return [{ sentence: over, rows, post, due: endOf(on) }]
    const warned = on.subtract(warn)
    return Temporal.PlainDate.compare(warned, day) > 0 ? [] : [{ sentence: soon, rows, post, due: endOf(on) }]
  }
  const { expiresOn } = entry
  const review = reviewDay(entry, register, params)
  const name = register.secretTitle ? `One ${register.one}` : `“${title}”`
  return [
    ...(expiresOn ? finding(expiresOn, `${name} ran out.`, `${name} runs out soon.`) : []),
    ...(review
      ? finding(
          review,
          `${name} has not been looked at again in time.`,
          `${name} is to be looked at again.`,
          soonFor(register, params),
        )
      : []),
  ]
}
