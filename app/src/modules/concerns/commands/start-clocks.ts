import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Pack } from '../../../engine/packs/pack.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { ConcernClockRow, ConcernTables } from '../schema.js'

type Clock = Pack['clocks'][number]

/** When the next escalation of a clock falls due, or null when all were done. */
export function nextEscalation(
  clock: Clock,
  calendar: SchoolCalendar,
  startsAt: Temporal.Instant,
  done: number,
): Temporal.Instant | null {
  const next = clock.escalate?.[done]
  return next ? deadline(calendar, startsAt, spanOf(next.after)) : null
}

export interface StartClocks {
  readonly concern: string
  readonly pack: Pack
  readonly calendar: SchoolCalendar
  readonly event: Clock['starts']
  readonly urgency: 'ordinary' | 'urgent'
  readonly sight: Sight
}

/** Every clock of the pack that this event starts now, reckoned in the school's own time, the soonest due first. */
export function clocksFor(
  tx: ReadTx,
  { concern, pack, calendar, event, urgency, sight }: StartClocks,
): readonly ConcernClockRow[] {
  return pack.clocks
    .filter((clock) => clock.starts === event && (clock.urgency === 'any' || clock.urgency === urgency))
    .map((clock) => ({
      school_id: tx.actor.schoolId,
      id: newId<string>(tx.now.epochMilliseconds),
      concern_id: concern,
      clock: clock.id,
      starts_at: tx.now,
      due_at: deadline(calendar, tx.now, spanOf(clock.within)),
      met_at: null,
      escalated: 0,
      escalate_at: nextEscalation(clock, calendar, tx.now, 0),
      ...sightOf(sight),
    }))
    .toSorted((a, b) => Temporal.Instant.compare(a.due_at, b.due_at))
}

/** Starts clocks. Whoever may see the concern calls `reckonNextDue` afterwards; a public reporter cannot. */
export async function startClocks(tx: Tx, clocks: readonly ConcernClockRow[]): Promise<void> {
  if (clocks.length > 0) await tables<ConcernTables>(tx).insertInto('concern_clock').values(clocks).execute()
}

/** Stops every clock of a concern that this event meets. */
export async function meetClocks(tx: Tx, concern: string, pack: Pack, event: Clock['met']): Promise<void> {
  const met = pack.clocks.filter((clock) => clock.met === event).map(({ id }) => id)
  if (met.length > 0)
    await tables<ConcernTables>(tx)
      .updateTable('concern_clock')
      .set({ met_at: tx.now, escalate_at: null })
      .where('concern_id', '=', concern)
      .where('clock', 'in', met)
      .where('met_at', 'is', null)
      .execute()
  await reckonNextDue(tx, concern)
}

/** Notes on a concern when the next of its clocks runs out, by which the inbox is ordered. */
export async function reckonNextDue(tx: Tx, concern: string): Promise<void> {
  await sql`UPDATE concern SET next_due =
      (SELECT min(due_at) FROM concern_clock k WHERE k.school_id = concern.school_id AND k.concern_id = concern.id
        AND k.met_at IS NULL)
    WHERE id = ${concern}`.execute(tables<ConcernTables>(tx))
}
