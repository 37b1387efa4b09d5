import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { ConcernPersonRow, ConcernRow, ConcernTables, StatementRow } from '../schema.js'
import { isOwed } from './talk-of.js'

/** What a case shows, and copies, of a concern that it was opened from. */
export type ConcernCard = Omit<ConcernRow, 'school_id'>

/** These concerns, oldest first; those that the actor may not see are left out. */
export async function concernCards(tx: ReadTx, ids: readonly string[]): Promise<readonly ConcernCard[]> {
  if (ids.length === 0) return []
  return tables<ConcernTables>(tx)
    .selectFrom('concern')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
}

/** The same for every concern of a case. */
export async function concernsOfCase(tx: ReadTx, caseId: string): Promise<readonly ConcernCard[]> {
  return tables<ConcernTables>(tx)
    .selectFrom('concern')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
}

export type Statement = Pick<StatementRow, 'id' | 'concern_id' | 'kind' | 'words' | 'by_person' | 'as_post' | 'at'>

/** What was said in these concerns, by whom, in the order in which it was said. */
export async function statementsOf(tx: ReadTx, concerns: readonly string[]): Promise<readonly Statement[]> {
  if (concerns.length === 0) return []
  return tables<ConcernTables>(tx)
    .selectFrom('statement')
    .select(['id', 'concern_id', 'kind', 'words', 'by_person', 'as_post', 'at'])
    .where('concern_id', 'in', [...concerns])
    .orderBy('id')
    .execute()
}

export type ConcernPerson = Pick<ConcernPersonRow, 'id' | 'concern_id' | 'person_id' | 'described' | 'role'>

/** Who is in these concerns, named or described, and how they were involved. */
export async function peopleOf(tx: ReadTx, concerns: readonly string[]): Promise<readonly ConcernPerson[]> {
  if (concerns.length === 0) return []
  return tables<ConcernTables>(tx)
    .selectFrom('concern_person')
    .select(['id', 'concern_id', 'person_id', 'described', 'role'])
    .where('concern_id', 'in', [...concerns])
    .orderBy('id')
    .execute()
}

/** Whether nobody without an account waits for an answer to this concern. True where nobody could be answered. */
export async function answeredYet(tx: ReadTx, concern: string): Promise<boolean> {
  const conversation = await tables<ConcernTables>(tx)
    .selectFrom('conversation')
    .select(['answered_at', 'reporter_wrote_at'])
    .where('id', '=', concern)
    .executeTakeFirst()
  return !conversation || !isOwed(conversation)
}
