import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { AdoptionTables, PolicyDraftRow, PolicyEditRow } from '../adoption-schema.js'

/** The version in the making, or null: a school makes one at a time. */
export const openDraft = async (tx: ReadTx): Promise<PolicyDraftRow | null> =>
  (await tables<AdoptionTables>(tx)
    .selectFrom('policy_draft')
    .selectAll()
    .where('ended_at', 'is', null)
    .executeTakeFirst()) ?? null

/** The same, held until this transaction ends, so that an edit and a submission cannot pass each other. */
export async function holdDraft(tx: Tx): Promise<PolicyDraftRow> {
  const draft = await tables<AdoptionTables>(tx)
    .selectFrom('policy_draft')
    .selectAll()
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!draft) throw new Refusal('conflict', 'No version is being made. Begin one first.')
  return draft
}

/** A draft's edits, oldest first. */
export const editsOf = (tx: ReadTx, draft: string): Promise<readonly PolicyEditRow[]> =>
  tables<AdoptionTables>(tx).selectFrom('policy_edit').selectAll().where('draft_id', '=', draft).orderBy('id').execute()
