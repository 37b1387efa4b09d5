import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { AdoptionTables, PolicyCommentRow, PolicyConsultationRow, PolicyOutcomeRow } from '../adoption-schema.js'

/** A comment and what was done about it, the newest word standing. */
export interface SettledComment extends PolicyCommentRow {
  readonly settled: PolicyOutcomeRow | null
}

/** Every comment on a draft that the actor may see, oldest first. */
export async function commentsOn(tx: ReadTx, draft: string): Promise<readonly SettledComment[]> {
  const rows = await tables<AdoptionTables>(tx)
    .selectFrom('policy_comment')
    .selectAll()
    .where('draft_id', '=', draft)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const outcomes = await tables<AdoptionTables>(tx)
    .selectFrom('policy_outcome')
    .selectAll()
    .where(
      'comment_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const newest = new Map(outcomes.map((outcome) => [outcome.comment_id, outcome]))
  return rows.map((row) => ({ ...row, settled: newest.get(row.id) ?? null }))
}

/** Comments on a draft of which nobody has said what was done. */
export const unsettledComments = async (tx: ReadTx, draft: string): Promise<readonly SettledComment[]> =>
  (await commentsOn(tx, draft)).filter(({ settled }) => settled === null)

/** Who was asked about a draft, in the order of asking. */
export const consultationsOn = (tx: ReadTx, draft: string): Promise<readonly PolicyConsultationRow[]> =>
  tables<AdoptionTables>(tx)
    .selectFrom('policy_consultation')
    .selectAll()
    .where('draft_id', '=', draft)
    .orderBy('id')
    .execute()
