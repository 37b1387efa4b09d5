import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { calendarOf, lastDaysOf } from '../../people/index.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import type { AccessTables } from '../schema.js'
import { sessionEnds } from '../session/session-life.js'
import { signInRules } from './sign-in-rules.js'

/** A session that is written down as open, and when the rules end it if nothing more happens. */
export interface OpenSession {
  readonly id: string
  readonly person: PersonId
  readonly ends: Temporal.Instant
}

/** Every session that was open at an instant (the transaction's own where left out), with its end by today's rules. */
export async function openSessions(tx: ReadTx, asOf: Temporal.Instant = tx.now): Promise<readonly OpenSession[]> {
  const rows = await tables<AccessTables>(tx)
    .selectFrom('session')
    .select(['id', 'person_id', 'started_at', 'seen_at', 'shared'])
    .where('started_at', '<=', asOf)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', asOf)]))
    .execute()
  const [{ session: rules }, calendar] = [await signInRules(tx), await calendarOf(tx)]
  return rows.map(({ id, person_id: person, started_at: signedInAt, seen_at: lastSeenAt, shared }) => ({
    id,
    person,
    ends: sessionEnds(calendar, rules, { signedInAt, lastSeenAt, shared }),
  }))
}

/** Which of these people were gone on the day of an instant: their last day lay before it. */
export async function goneAmong(
  tx: ReadTx,
  persons: readonly PersonId[],
  asOf: Temporal.Instant = tx.now,
): Promise<ReadonlySet<PersonId>> {
  const today = londonDate(asOf).toString()
  const lastDays = await lastDaysOf(tx, persons)
  return new Set([...lastDays].filter(([, day]) => day.toString() < today).map(([person]) => person))
}
