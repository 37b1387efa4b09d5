import { sql } from 'kysely'
import type { Deps } from '../../../engine/deps.js'
import { clockOf } from '../../../engine/packs/lookup.js'
import type { Clock } from '../../../engine/packs/schema/sections.js'
import { workerIn } from '../../../kernel/actor.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { RecurringJob } from '../../../kernel/jobs/job.js'
import { calendarOf, holdersOf } from '../../people/index.js'
import type { Holding } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import { nextEscalation } from '../commands/start-clocks.js'
import type { duties } from '../commands/reroute.js'
import { sendOn } from '../commands/send-on.js'
import { escalationTarget } from '../escalation-target.js'
import { concernOf } from '../queries/concern-of.js'
import { toldOf } from '../queries/told-of.js'
import type { ConcernClockRow, ConcernTables } from '../schema.js'

/** As many as one transaction takes; the rest wait for the next. */
const batch = 50

/** Which duty a clock's end leaves undone. */
const dutyOf: Partial<Record<Clock['met'], (typeof duties)[number]>> = {
  acknowledged: 'acknowledge',
  triaged: 'triage',
  answered: 'answer',
}

/**
 * Every minute: concerns whose clock ran out go on to the post that the pack names next. Found by time in the database,
 * so that a server that was off catches up, and a concern that two servers find goes on once (SKIP LOCKED).
 */
export const escalate: RecurringJob<Deps> = {
  name: 'concerns.escalate',
  cron: '* * * * *',
  async run({ db }, schoolId) {
    let done = batch
    while (done === batch) done = await inSchool(db, workerIn(schoolId), escalateDue)
  },
}

async function escalateDue(tx: Tx): Promise<number> {
  const { rows } = await sql<Pick<ConcernClockRow, 'id' | 'concern_id' | 'clock' | 'starts_at' | 'escalated'>>`
    SELECT id, concern_id, clock, starts_at, escalated FROM concern_clock
    WHERE escalate_at <= ${tx.now.toString()}::timestamptz AND met_at IS NULL
    ORDER BY escalate_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED`.execute(tables<ConcernTables>(tx))
  if (rows.length === 0) return 0
  const [holdings, calendar] = [await holdersOf(tx, null), await calendarOf(tx)]
  for (const row of rows) await escalateOne(tx, row, { holdings, calendar })
  return rows.length
}

interface Today {
  readonly holdings: readonly Holding[]
  readonly calendar: SchoolCalendar
}

async function escalateOne(
  tx: Tx,
  row: Pick<ConcernClockRow, 'id' | 'concern_id' | 'clock' | 'starts_at' | 'escalated'>,
  { holdings, calendar }: Today,
): Promise<void> {
  const concern = await concernOf(tx, row.concern_id)
  const pack = await packByHash(tx, concern.pack_hash)
  const clock = clockOf(pack, row.clock)
  const step = clock?.escalate?.[row.escalated]
  const escalated = row.escalated + 1
  const escalate_at = clock ? nextEscalation(clock, calendar, row.starts_at, escalated) : null
  await tables<ConcernTables>(tx)
    .updateTable('concern_clock')
    .set({ escalated, escalate_at })
    .where('id', '=', row.id)
    .execute()
  if (!clock || !step) return
  const told = await toldOf(tx, concern.id)
  const target = escalationTarget({ pack, holdings, concern, to: step.to, told })
  const duty = dutyOf[clock.met] ?? 'triage'
  const kind = duty === 'answer' ? 'bother-overdue' : 'concern-overdue'
  if (target) await sendOn(tx, { concern, target, duty, kind, why: 'overdue', clock: clock.id })
}
