import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import type { PolicySessionRow, ReachTables } from '../reach-schema.js'

/** Every session over one text, oldest first. */
export const sessionsOver = (tx: ReadTx, hash: string): Promise<readonly PolicySessionRow[]> =>
  tables<ReachTables>(tx)
    .selectFrom('policy_session')
    .selectAll()
    .where('hash', '=', hash)
    .orderBy('held_on')
    .orderBy('id')
    .execute()

/** Whether a text was talked through with an audience as a whole. */
export const discussedWith = async (tx: ReadTx, hash: string, audience: PostId): Promise<boolean> =>
  (await sessionsOver(tx, hash)).some((session) => session.kind === 'discussion' && session.audience === audience)
