import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { moveTask } from '../../communications/index.js'
import type { NotificationKind } from '../../communications/index.js'
import type { EscalationTarget } from '../escalation-target.js'
import type { ConcernRow, ConcernTables, ConcernToldRow } from '../schema.js'
import type { duties } from './reroute.js'
import { resightConcern } from './resight-concern.js'
import { tellOf } from './tell-of.js'

export interface SendOn {
  readonly concern: ConcernRow
  readonly target: EscalationTarget
  /** What nobody did: its task moves with the concern. */
  readonly duty: (typeof duties)[number]
  readonly kind: NotificationKind
  readonly why: ConcernToldRow['why']
  /** The clock that ran out, or null when a post was empty. */
  readonly clock: string | null
}

/** Sends a concern on to a post: it may see it from now on, whoever acts for it is told, and the duty is theirs. */
export async function sendOn(tx: Tx, { concern, target, duty, kind, why, clock }: SendOn): Promise<void> {
  const { id } = concern
  const { post, acting } = target
  const before = sightFrom(concern)
  const sight = { ...before, posts: [...new Set([...before.posts, post])] }
  if (sight.posts.length > before.posts.length) await resightConcern(tx, id, sight)
  if (duty === 'acknowledge')
    await tables<ConcernTables>(tx).updateTable('concern').set({ post }).where('id', '=', id).execute()
  await moveTask(tx, `concern:${id}:${duty}`, { post })
  await tellOf(tx, { concern: id, sight, acting, kind, why })
  await record(tx, {
    act: why === 'cover' ? 'concern.covered' : 'concern.escalated',
    about: { table: 'concern', id },
    sight,
    details: { post, clock, persons: acting.map(({ person }) => person), from: concern.post },
  })
}
