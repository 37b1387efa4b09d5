import type { SubjectAccess } from '../../engine/module.js'
import { tables } from '../../kernel/db/tx.js'
import type { AdoptionTables } from './adoption-schema.js'
import { receiptsOfPerson } from './queries/receipts.js'

const factWords = { provided: 'was given', read: 'said that they had read', discussed: 'talked through' } as const

/** What the policy's own life keeps of a person: what they said of a draft, the steps they took, what reached them. */
export const policySubjectAccess: SubjectAccess = {
  tables: [
    { table: 'policy_comment', person: ['person_id', 'recorded_by'] },
    { table: 'policy_approval', person: ['person_id'] },
    { table: 'policy_receipt', person: ['person_id', 'recorded_by'] },
  ],
  gather: async (tx, person) => {
    const db = tables<AdoptionTables>(tx)
    const comments = await db
      .selectFrom('policy_comment')
      .select(['at', 'words'])
      .where('person_id', '=', person)
      .execute()
    const acts = await db
      .selectFrom('policy_approval')
      .select(['at', 'step', 'outcome'])
      .where('person_id', '=', person)
      .execute()
    const receipts = await receiptsOfPerson(tx, person)
    return [
      ...comments.map(({ at, words }) => ({ at, words: `Said of a draft of the policy: ${words}` })),
      ...acts.map(({ at, step, outcome }) => ({ at, words: `Took the step “${step}” on the policy: ${outcome}` })),
      ...receipts.map((one) => ({
        at: one.recorded_at,
        words: `${one.happened_on.toString()}: ${factWords[one.fact]} a version of the policy (${one.how})`,
      })),
    ].toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  },
}
