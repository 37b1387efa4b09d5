import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { openTask, tell } from '../../communications/index.js'
import { calendarOf } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import { concernOf } from '../queries/concern-of.js'
import { isOwed, talkOf } from '../queries/talk-of.js'
import { whoActsOn } from '../queries/who-acts-on.js'
import type { ConcernRow, ConcernTables } from '../schema.js'
import { clocksFor, reckonNextDue, startClocks } from './start-clocks.js'

/**
 * Tells those who act on a concern that somebody wrote more. Where a reporter now waits for an answer and no clock runs
 * for it, the clock and the task begin again. Safe to run twice. The transaction must be the worker's.
 */
export async function passOnNews(tx: Tx, concern: string, from: string): Promise<void> {
  const row = await concernOf(tx, concern)
  await askForAnswer(tx, row)
  await reckonNextDue(tx, concern)
  const persons = (await whoActsOn(tx, row)).filter((person) => person !== from)
  const about = { table: 'concern', id: concern }
  await tell(tx, { persons, kind: 'reply-received', about, url: `/concerns/${concern}`, sight: sightFrom(row) })
}

async function askForAnswer(tx: Tx, row: ConcernRow): Promise<void> {
  const talk = await talkOf(tx, row.id)
  if (!talk || !isOwed(talk.conversation)) return
  const pack = await packByHash(tx, row.pack_hash)
  const sight = sightFrom(row)
  const clocks = clocksFor(tx, {
    concern: row.id,
    pack,
    calendar: await calendarOf(tx),
    event: 'bother-received',
    urgency: row.urgency,
    sight,
  })
  const [first] = clocks
  if (!first || (await isRunning(tx, row.id, first.clock))) return
  await startClocks(tx, clocks)
  await tables<ConcernTables>(tx)
    .updateTable('conversation')
    .set({ promised_by: first.due_at })
    .where('id', '=', row.id)
    .execute()
  await openTask(tx, {
    key: `concern:${row.id}:answer`,
    kind: 'answer-bother',
    label: row.reference,
    url: `/concerns/${row.id}`,
    post: row.post,
    person: row.triaged_by ?? row.acknowledged_by,
    about: {
      table: 'concern',
      id: row.id,
    },
    due: first.due_at,
    sight,
  })
}

const isRunning = async (tx: Tx, concern: string, clock: string): Promise<boolean> =>
  (await tables<ConcernTables>(tx)
    .selectFrom('concern_clock')
    .select('id')
    .where('concern_id', '=', concern)
    .where('clock', '=', clock)
    .where('met_at', 'is', null)
    .executeTakeFirst()) !== undefined
