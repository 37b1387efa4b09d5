import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { fullDate } from '../../../web/dates.js'

/** Which day a page about the policy shows. */
export interface DayAsked {
  readonly asOf: Temporal.Instant
  /** False for today; true when a past day was asked for. */
  readonly past: boolean
  readonly known: 'as said then' | 'worked out'
  /** The same day in the address of another page; empty for today. */
  readonly query: Readonly<Record<string, string>>
}

/** Says that a past day is shown and how it is known; nothing for today. */
export function PastDay({ day, todayUrl }: { readonly day: DayAsked; readonly todayUrl: string }) {
  if (!day.past) return null
  return (
    <p class="govuk-body">
      This is how it stood at the end of {fullDate(londonDate(day.asOf))},{' '}
      {day.known === 'worked out' ? 'worked out from the dates on the records.' : 'as Hedgerow said it that day.'}{' '}
      <a class="govuk-link" href={todayUrl}>
        See today
      </a>
    </p>
  )
}
