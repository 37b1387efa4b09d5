import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { AgreementTables, AwarenessSessionRow } from '../schema.js'

/** Of these people (null: of all), those who were at awareness training in the twelve months before `tx.now`. */
export async function trainedAmong(tx: ReadTx, people: readonly PersonId[] | null): Promise<ReadonlySet<PersonId>> {
  if (people?.length === 0) return new Set()
  const today = londonDate(tx.now)
  const there = tables<AgreementTables>(tx)
    .selectFrom('awareness_attendance')
    .select('person_id')
    .distinct()
    .where('attended', '=', true)
    .where('held_on', '<=', today)
    .where('held_on', '>', today.subtract({ months: 12 }))
    .where('recorded_at', '<=', tx.now)
  const rows = await (people ? there.where('person_id', 'in', people) : there).execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** A session, and how many were there and were not. */
export interface TrainingLine extends Pick<AwarenessSessionRow, 'id' | 'title' | 'held_on' | 'class_code'> {
  readonly there: number
  readonly absent: readonly PersonId[]
}

/** Sessions, newest first, at most 50, each with who was absent. */
export async function trainingSessions(tx: ReadTx): Promise<readonly TrainingLine[]> {
  const db = tables<AgreementTables>(tx)
  const sessions = await db
    .selectFrom('awareness_session')
    .select(['id', 'title', 'held_on', 'class_code'])
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  if (sessions.length === 0) return []
  const attendance = await db
    .selectFrom('awareness_attendance')
    .select(['session_id', 'person_id', 'attended'])
    .where(
      'session_id',
      'in',
      sessions.map(({ id }) => id),
    )
    .execute()
  return sessions.map((session) => {
    const mine = attendance.filter(({ session_id }) => session_id === session.id)
    return {
      ...session,
      there: mine.filter(({ attended }) => attended).length,
      absent: mine.filter(({ attended }) => !attended).map(({ person_id }) => person_id),
    }
  })
}
