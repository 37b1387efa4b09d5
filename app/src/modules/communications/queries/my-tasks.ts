import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { taskKinds } from '../kinds.js'
import type { CommunicationsTables, TaskRow } from '../schema.js'

export interface MyTask extends Pick<TaskRow, 'id' | 'label' | 'url' | 'due_at' | 'opened_at' | 'post'> {
  readonly words: string
}

/** What the actor owes, by name or through a post, oldest deadline first; tasks with no deadline last. At most 100. */
export async function myTasks(tx: ReadTx): Promise<readonly MyTask[]> {
  const { personId, posts } = tx.actor
  const rows = await tables<CommunicationsTables>(tx)
    .selectFrom('task')
    .select(['id', 'kind', 'label', 'url', 'due_at', 'opened_at', 'post'])
    .where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('person_id', '=', personId), ...(posts.size > 0 ? [eb('post', 'in', [...posts])] : [])]))
    .orderBy((eb) => eb.fn.coalesce('due_at', eb.cast<never>(eb.val('infinity'), 'timestamptz')))
    .limit(100)
    .execute()
  return rows.map(({ kind, ...rest }) => ({ ...rest, words: taskKinds[kind] }))
}
