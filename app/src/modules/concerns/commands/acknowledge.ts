import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { closeTask, markRead, openTask } from '../../communications/index.js'
import { packByHash } from '../../policy/index.js'
import { actingPost } from '../queries/acting-post.js'
import { holdConcern } from '../queries/concern-of.js'
import type { ConcernRow, ConcernTables } from '../schema.js'
import { meetClocks } from './start-clocks.js'

/** Says 'I have read this and it is mine'. Stops the first clock; deciding what happens has its own. Twice is no harm. */
export async function acknowledge(tx: Tx, id: string): Promise<ConcernRow> {
  const concern = await holdConcern(tx, id)
  await markRead(tx, id)
  if (concern.acknowledged_at) return concern
  const set = { state: 'acknowledged', acknowledged_at: tx.now, acknowledged_by: tx.actor.personId } as const
  await tables<ConcernTables>(tx).updateTable('concern').set(set).where('id', '=', id).execute()
  const sight = sightFrom(concern)
  const post = await actingPost(tx, concern)
  await meetClocks(tx, id, await packByHash(tx, concern.pack_hash), 'acknowledged')
  await closeTask(tx, { key: `concern:${id}:acknowledge` })
  await openTask(tx, {
    key: `concern:${id}:triage`,
    kind: 'triage-concern',
    post: concern.post,
    person: tx.actor.personId,
    about: { table: 'concern', id },
    label: concern.reference,
    url: `/concerns/${id}`,
    due: await triageDue(tx, id),
    sight,
  })
  await record(tx, {
    act: 'concern.acknowledged',
    about: { table: 'concern', id },
    sight,
    details: { post },
  })
  return { ...concern, ...set }
}

async function triageDue(tx: Tx, concern: string): Promise<ConcernRow['reported_at'] | null> {
  const next = await tables<ConcernTables>(tx)
    .selectFrom('concern_clock')
    .select('due_at')
    .where('concern_id', '=', concern)
    .where('met_at', 'is', null)
    .where('clock', 'like', 'triage%')
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return next?.due_at ?? null
}
