import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { CommunicationsTables } from '../schema.js'

/**
 * The actor says that they do a task of their post, so that nobody else of it does it too; or gives it back. The duty and
 * its deadline stay the post's: whoever took it and does nothing is late as before. Refuses what is not theirs to take.
 */
export async function takeTask(tx: Tx, id: string, take: boolean): Promise<void> {
  const me = tx.actor.personId
  const task = await tables<CommunicationsTables>(tx)
    .selectFrom('task')
    .selectAll()
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (!task || me === null || !task.post || !tx.actor.posts.has(task.post))
    throw new Refusal('not-found', 'This is done already, or is not yours to take.')
  if (task.taken_by !== null && task.taken_by !== me && !take)
    throw new Refusal('conflict', 'Somebody else has taken this meanwhile.')
  const set = take ? { taken_by: me, taken_at: tx.now } : { taken_by: null, taken_at: null }
  await tables<CommunicationsTables>(tx).updateTable('task').set(set).where('id', '=', id).execute()
  const act = take ? 'task.taken' : 'task.given-back'
  await record(tx, { act, about: { table: 'task', id }, sight: sightFrom(task) })
}
