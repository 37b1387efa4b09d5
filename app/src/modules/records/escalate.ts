import type { Duty } from '../../engine/duties/duty.js'
import { instancesIn } from '../../engine/duties/instances.js'
import type { DutyTables } from '../../engine/duties/schema.js'
import type { Pack } from '../../engine/packs/pack.js'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import type { PostId } from '../../kernel/ids.js'
import { record } from '../../kernel/journal/record.js'
import { openTask, tell } from '../communications/index.js'
import { holdersOf } from '../people/index.js'
import { whoActs } from '../policy/index.js'
import { dutyInstanceUrl } from './urls.js'

/** Passes each duty that is late on to the post that hears of it, once: a task for that post, and word to whoever acts in it. */
export async function escalate(tx: Tx, duties: readonly Duty[], pack: Pack): Promise<void> {
  const late = await tables<DutyTables>(tx)
    .selectFrom('duty_call')
    .selectAll()
    .where('answered_at', 'is', null)
    .where('escalated_at', 'is', null)
    .where('due_at', '<', tx.now)
    .limit(500)
    .execute()
  if (late.length === 0) return
  const instances = new Map(
    duties.flatMap((duty) => instancesIn(pack, duty)).map((one) => [`${one.duty.id} ${one.key}`, one] as const),
  )
  const holdings = await holdersOf(tx, null)
  for (const call of late) {
    const instance = instances.get(`${call.duty} ${call.key}`)
    const to = instance?.escalate === call.post ? null : (instance?.escalate ?? null)
    await tables<DutyTables>(tx)
      .updateTable('duty_call')
      .set({ escalated_at: tx.now, escalated_to: to })
      .where('id', '=', call.id)
      .execute()
    if (!instance || !to) continue
    const sight = { posts: [call.post, to] as PostId[], persons: [], never: [] }
    const about = { table: 'duty_call', id: call.id }
    const url = dutyInstanceUrl({ duty: call.duty, key: call.key })
    const label = labelOf(instance)
    await openTask(tx, {
      key: `duty:${call.id}:late`,
      kind: 'late-duty',
      post: to,
      person: null,
      about,
      label,
      url,
      due: null,
      sight,
    })
    const acting = whoActs(pack, holdings, to)
    await tell(tx, { persons: acting.map(({ person }) => person), kind: 'duty-late', about, url, sight })
    await record(tx, { act: 'duty.passed-on', about, sight, details: { duty: call.duty, key: call.key, to } })
  }
}

/** What a task calls a duty: its promise's number and the beginning of what is asked. */
export const labelOf = ({ number, asks }: { readonly number: string; readonly asks: string }): string =>
  `${number} ${asks.length > 90 ? `${asks.slice(0, asks.lastIndexOf(' ', 88))}…` : asks}`
