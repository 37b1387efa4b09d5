import { sql } from 'kysely'
import type { Deps } from '../../../engine/deps.js'
import { clockOf } from '../../../engine/packs/lookup.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import type { RecurringJob } from '../../../kernel/jobs/job.js'
import { record } from '../../../kernel/journal/record.js'
import { tell } from '../../communications/index.js'
import { concernsOfCase } from '../../concerns/index.js'
import { calendarOf } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import { escalationAt } from '../commands/duties.js'
import { resightCase } from '../commands/resight-case.js'
import { whoActsFor } from '../queries/can-see.js'
import { caseOf } from '../queries/case-of.js'
import type { CaseRow, CaseTables, DutyRow } from '../schema.js'
import { caseUrl } from '../urls.js'

/** As many as one transaction takes; the rest wait for the next. */
const batch = 50

/**
 * Every minute: cases whose clock ran out go on to the post that the pack names next, which may then see them. Found by
 * time in the database, so that a server that was off catches up. A case that somebody is just writing into waits for the
 * next minute: the two would otherwise wait for one another.
 */
export const escalate: RecurringJob<Deps> = {
  name: 'cases.escalate',
  cron: '* * * * *',
  async run({ db }, schoolId) {
    let done = batch
    while (done === batch) done = await inSchool(db, workerIn(schoolId), escalateDue)
  },
}

async function escalateDue(tx: Tx): Promise<number> {
  const { rows } = await sql<DutyRow>`SELECT d.* FROM case_duty d
    JOIN case_file c ON c.school_id = d.school_id AND c.id = d.case_id
    WHERE d.escalate_at <= ${tx.now.toString()}::timestamptz AND d.met_at IS NULL
    ORDER BY d.escalate_at, d.id LIMIT ${batch} FOR UPDATE OF d, c SKIP LOCKED`.execute(tables<CaseTables>(tx))
  for (const duty of rows) await escalateOne(tx, duty)
  return rows.length
}

async function escalateOne(tx: Tx, duty: DutyRow): Promise<void> {
  const row = await caseOf(tx, duty.case_id)
  const clock = clockOf(await packByHash(tx, row.pack_hash), duty.name)
  const step = clock?.escalate?.[duty.escalated]
  const escalated = duty.escalated + 1
  const escalate_at = clock ? escalationAt(clock, await calendarOf(tx), { ...duty, escalated }) : null
  await tables<CaseTables>(tx)
    .updateTable('case_duty')
    .set({ escalated, escalate_at })
    .where('id', '=', duty.id)
    .execute()
  if (step) await sendOn(tx, row, { clock: duty.name, to: step.to })
}

/**
 * A case that came by a conflict rule goes no further than the posts that may see it already: the post that the clock
 * names may be the one it is kept from. Any other case becomes the next post's to see as well.
 */
async function sendOn(tx: Tx, row: CaseRow, { clock, to }: { readonly clock: string; readonly to: PostId }) {
  const kept = (await concernsOfCase(tx, row.id)).some(({ rules }) => rules.length > 0) || row.never_persons.length > 0
  const before = sightFrom(row)
  const sight = kept || before.posts.includes(to) ? before : { ...before, posts: [...before.posts, to] }
  if (sight !== before) await resightCase(tx, row.id, sight)
  const told = kept && !before.posts.includes(to) ? before.posts : [to]
  const persons = (await whoActsFor(tx, row, told)).map(({ person }) => person)
  const about = { table: 'case_file', id: row.id }
  await tell(tx, { persons, kind: 'case-overdue', about, url: caseUrl({ case: row.id }), sight })
  await record(tx, { act: 'case.escalated', about, sight, details: { clock, to, told: [...told] } })
}
