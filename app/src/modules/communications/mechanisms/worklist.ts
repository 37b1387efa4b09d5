import { sql } from 'kysely'
import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { tables } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { readersOf } from '../../policy/index.js'
import type { CommunicationsTables } from '../schema.js'

/** How long after its deadline a task counts as neglected, not only late: two days. */
const neglectedAfterHours = 48

/**
 * Nobody's duty lies untouched: no task was open, at that instant, more than two days past its deadline. Which task it is
 * and about whom stays with those who may see it; the finding names the post that owes it. Tasks that a reader of this must
 * never learn of are not looked at: their own escalation sends them on.
 */
export const worklistMechanism: Mechanism = {
  id: 'worklist',
  params: ClauseParams,
  page: '/today',
  check: async (tx, _params, asOf) => {
    const readers = await readersOf(tx, 'governance.counts')
    const open = tables<CommunicationsTables>(tx)
      .selectFrom('task')
      .where('opened_at', '<=', asOf)
      .where(sql<boolean>`NOT never_persons && ${readers}::uuid[]`)
      .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>', asOf)]))
    const late = await open
      .select(['post', sql<string[]>`array_agg(id::text)`.as('ids')])
      .where('due_at', '<', asOf.subtract({ hours: neglectedAfterHours }))
      .groupBy('post')
      .execute()
    const { count } = await open.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    return judged(
      `${count} open ${count === 1 ? 'task' : 'tasks'} looked at`,
      late.map(({ post, ids }) => ({
        sentence: `${ids.length === 1 ? 'One task is' : `${ids.length} tasks are`} more than two days late.`,
        rows: ids.map((id) => ({ table: 'task', id })),
        post: (post ?? 'headteacher') as PostId,
        due: null,
      })),
    )
  },
}
