import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { CasePersonRow, CaseTables, ParentsDecisionRow } from '../schema.js'

/** A child of a case, with the newest decision about their adults; null while nobody has decided. */
export interface CaseChild {
  readonly child: CasePersonRow
  readonly decision: ParentsDecisionRow | null
}

/** Every child of a case, each once however many parts they have in it. */
export async function childrenOf(tx: ReadTx, caseId: string): Promise<readonly CaseChild[]> {
  const db = tables<CaseTables>(tx)
  const people = await db
    .selectFrom('case_person')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('child', '=', true)
    .orderBy('id')
    .execute()
  const decisions = await db
    .selectFrom('parents_decision')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .execute()
  const sameChild = (one: CasePersonRow, other: CasePersonRow) =>
    one.id === other.id || (one.person_id !== null && one.person_id === other.person_id)
  const children = people.filter((one, at) => people.findIndex((other) => sameChild(one, other)) === at)
  return children.map((child) => {
    const ids = people.filter((one) => sameChild(one, child)).map(({ id }) => id)
    return { child, decision: decisions.find(({ case_person_id }) => ids.includes(case_person_id)) ?? null }
  })
}
