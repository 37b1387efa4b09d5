import { sql } from 'kysely'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { Place } from '../../../kernel/paging.js'
import type { CaseRow, CaseTables } from '../schema.js'
import type { Temporal } from 'temporal-polyfill'

/** Which cases a list shows. */
export const listViews = ['mine', 'open', 'closed'] as const
export type ListView = (typeof listViews)[number]

/** One line of the list. */
export interface CaseLine extends Pick<
  CaseRow,
  'id' | 'number' | 'state' | 'lead' | 'risk' | 'subtype' | 'urgency' | 'opened_at' | 'closed_at' | 'pack_hash'
> {
  /** When the next clock or step runs out. */
  readonly next_due: Temporal.Instant | null
  readonly children: number
}

/** Counting stops here: nobody needs to know that there are 4,312 closed cases. */
export const countCap = 1000

const listed = (tx: ReadTx, view: ListView) => {
  const cases = tables<CaseTables>(tx).selectFrom('case_file')
  if (view === 'closed') return cases.where('state', '=', 'closed')
  const open = cases.where('state', '=', 'open')
  return view === 'mine' ? open.where('lead', '=', tx.actor.personId) : open
}

/** A page of cases that the actor may see, newest first, one more than fit. */
export async function caseList(tx: ReadTx, view: ListView, place: Place, size: number): Promise<readonly CaseLine[]> {
  let lines = listed(tx, view)
    .select(['id', 'number', 'state', 'lead', 'risk', 'subtype', 'urgency', 'opened_at', 'closed_at', 'pack_hash'])
    .select([
      sql<Temporal.Instant | null>`(SELECT min(due_at) FROM case_duty WHERE case_duty.school_id = case_file.school_id
        AND case_duty.case_id = case_file.id AND met_at IS NULL)`.as('next_due'),
      sql<number>`(SELECT count(DISTINCT coalesce(person_id, id))::int FROM case_person
        WHERE case_person.school_id = case_file.school_id AND case_person.case_id = case_file.id AND child)`.as(
        'children',
      ),
    ])
    .limit(size + 1)
  if (place.after) lines = lines.where('id', '<', place.after)
  if (place.before) lines = lines.where('id', '>', place.before)
  return lines.orderBy('id', place.before ? 'asc' : 'desc').execute()
}

/** How many cases each list holds, counted up to the cap and one more. */
export async function caseCounts(tx: ReadTx): Promise<Readonly<Record<ListView, number>>> {
  const counts: Record<ListView, number> = { mine: 0, open: 0, closed: 0 }
  for (const view of listViews)
    counts[view] = (
      await listed(tx, view)
        .select('id')
        .limit(countCap + 1)
        .execute()
    ).length
  return counts
}
