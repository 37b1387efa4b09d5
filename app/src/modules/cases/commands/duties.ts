import type { Pack } from '../../../engine/packs/pack.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import { sightFrom, sightOf } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { calendarOf } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import type { CaseRow, CaseTables, DutyRow } from '../schema.js'

type Clock = Pack['clocks'][number]
type NewDuty = Pick<DutyRow, 'kind' | 'name' | 'procedure' | 'post' | 'must' | 'due_at'> &
  Partial<Pick<DutyRow, 'escalate_at'>>

/** Writes down what a case owes. */
export async function addDuties(tx: Tx, row: CaseRow, duties: readonly NewDuty[]): Promise<void> {
  if (duties.length === 0) return
  const rows = duties.map((duty) => ({
    school_id: tx.actor.schoolId,
    id: newId<string>(tx.now.epochMilliseconds),
    case_id: row.id,
    starts_at: tx.now,
    met_at: null,
    escalated: 0,
    escalate_at: null,
    ...duty,
    ...sightOf(sightFrom(row)),
  }))
  await tables<CaseTables>(tx).insertInto('case_duty').values(rows).execute()
}

/** Says that what a case owed was done. Nothing happens where it owed none of these. */
export async function meetDuties(
  tx: Tx,
  caseId: string,
  kind: DutyRow['kind'],
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return
  await tables<CaseTables>(tx)
    .updateTable('case_duty')
    .set({ met_at: tx.now, escalate_at: null })
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .where('name', 'in', names)
    .where('met_at', 'is', null)
    .execute()
}

/** When the next escalation of a clock falls due, counted from its start; null when all were done. */
export function escalationAt(
  clock: Clock,
  calendar: SchoolCalendar,
  { starts_at, escalated }: Pick<DutyRow, 'starts_at' | 'escalated'>,
): DutyRow['escalate_at'] {
  const next = clock.escalate?.[escalated]
  return next ? deadline(calendar, starts_at, spanOf(next.after)) : null
}

/** Starts the clocks of the pack that this event starts. Returns them as duties, for the tasks that go with them. */
export async function startCaseClocks(
  tx: Tx,
  row: CaseRow,
  chosen: (clock: Clock) => boolean,
): Promise<readonly NewDuty[]> {
  const pack = await packByHash(tx, row.pack_hash)
  const calendar = await calendarOf(tx)
  const duties = pack.clocks
    .filter((clock) => chosen(clock) && (clock.urgency === 'any' || clock.urgency === row.urgency))
    .map((clock) => ({
      kind: 'clock' as const,
      name: clock.id,
      procedure: null,
      post: null,
      must: true,
      due_at: deadline(calendar, tx.now, spanOf(clock.within)),
      escalate_at: escalationAt(clock, calendar, { starts_at: tx.now, escalated: 0 }),
    }))
  await addDuties(tx, row, duties)
  return duties
}

/** Stops the clocks of a case that this event meets. */
export async function meetCaseClocks(tx: Tx, row: CaseRow, event: Clock['met']): Promise<void> {
  const { clocks } = await packByHash(tx, row.pack_hash)
  const met = clocks.filter((clock) => clock.met === event).map(({ id }) => id)
  await meetDuties(tx, row.id, 'clock', met)
}
