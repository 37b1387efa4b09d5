import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { calendarOf } from '../../people/index.js'
import type { ReachTables, PolicyReviewRow } from '../reach-schema.js'
import { nextDue } from '../reviews/cadences.js'
import type { Cadence, Due } from '../reviews/cadences.js'
import { versionsOf } from './versions.js'

/** Every review by an instant, newest first; one closed later is still open then. */
export async function reviewsBy(tx: ReadTx, asOf: Temporal.Instant = tx.now): Promise<readonly PolicyReviewRow[]> {
  const rows = await tables<ReachTables>(tx)
    .selectFrom('policy_review')
    .selectAll()
    .where('opened_at', '<=', asOf)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) =>
    row.closed_at && row.closed_at.epochMilliseconds > asOf.epochMilliseconds
      ? { ...row, closed_at: null, closed_by: null, held_on: null, outcome: null, found: null }
      : row,
  )
}

/** One cadence, when it was last served and when it is due again. */
export interface CadenceState {
  readonly cadence: Cadence
  readonly last: PolicyReviewRow | null
  readonly due: Due | null
}

/** How each cadence stands at an instant. */
export async function cadenceStates(
  tx: ReadTx,
  cadences: readonly Cadence[],
  asOf: Temporal.Instant = tx.now,
): Promise<readonly CadenceState[]> {
  const reviews = (await reviewsBy(tx, asOf)).filter(({ held_on, closed_at }) => held_on && closed_at)
  const today = londonDate(asOf)
  const calendar = await calendarOf(tx)
  const first = (await versionsOf(tx)).at(-1)
  return cadences.map((cadence) => {
    const last =
      reviews
        .filter((review) => review.cadence === cadence.key)
        .toSorted((a, b) => `${b.held_on?.toString()}`.localeCompare(`${a.held_on?.toString()}`))[0] ?? null
    const since = first?.from ?? today
    return { cadence, last, due: nextDue(cadence, { last: last?.held_on ?? null, since, today, calendar }) }
  })
}
