import type { SubjectAccess } from '../../engine/module.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PersonId } from '../../kernel/ids.js'
import { statementsOf } from './queries/concern-cards.js'
import type { ConcernTables } from './schema.js'

/** What concerns hold of a person: those they are named in, what they reported and wrote, and what they were told. */
export const concernSubjectAccess: SubjectAccess = {
  tables: [
    { table: 'concern', person: ['reporter_id', 'acknowledged_by', 'triaged_by', 'never_persons'] },
    { table: 'concern_person', person: ['person_id', 'added_by'] },
    { table: 'statement', person: ['by_person'] },
    { table: 'concern_told', person: ['person_id'] },
    { table: 'concern_link', person: ['by_person'] },
    { table: 'conversation_message', person: ['by_person'] },
    { table: 'draft', person: ['person_id'] },
  ],
  gather: async (tx, person) => {
    const concerns = await concernsNaming(tx, person)
    const statements = await statementsOf(
      tx,
      concerns.map(({ id }) => id),
    )
    const references = new Map(concerns.map(({ id, reference }) => [id, reference]))
    return statements
      .map(({ at, concern_id, words }) => ({ at, words: `Concern ${references.get(concern_id)}: ${words}` }))
      .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  },
}

/** Concerns that name a person or that they reported. Third parties in what was said are for the reader to redact. */
const concernsNaming = (tx: ReadTx, person: PersonId) =>
  tables<ConcernTables>(tx)
    .selectFrom('concern')
    .leftJoin('concern_person', (join) =>
      join
        .onRef('concern_person.school_id', '=', 'concern.school_id')
        .onRef('concern_person.concern_id', '=', 'concern.id'),
    )
    .select(['concern.id', 'concern.reference'])
    .distinct()
    .where((eb) => eb.or([eb('concern_person.person_id', '=', person), eb('concern.reporter_id', '=', person)]))
    .execute()
