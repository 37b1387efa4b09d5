import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { AdoptionTables, PolicyApprovalRow } from '../adoption-schema.js'

/** Every act on a draft, whichever of its texts it was on, oldest first. */
export const actsOn = (tx: ReadTx, draft: string): Promise<readonly PolicyApprovalRow[]> =>
  tables<AdoptionTables>(tx)
    .selectFrom('policy_approval')
    .selectAll()
    .where('draft_id', '=', draft)
    .orderBy('at')
    .execute()

/** Every act by which one exact text was agreed, approved or signed, oldest first. */
export const actsForText = (tx: ReadTx, hash: string): Promise<readonly PolicyApprovalRow[]> =>
  tables<AdoptionTables>(tx)
    .selectFrom('policy_approval')
    .selectAll()
    .where('hash', '=', hash)
    .where('outcome', '=', 'done')
    .orderBy('at')
    .execute()
