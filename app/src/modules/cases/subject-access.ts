import type { Temporal } from 'temporal-polyfill'
import type { SubjectAccess } from '../../engine/module.js'
import { tables } from '../../kernel/db/tx.js'
import type { CaseTables } from './schema.js'

/**
 * What a person who asks for their records gets of cases: that they are in one, in what part and since when, and what is on
 * record of each such case. The reader takes out what is about others, and what would harm a child to tell.
 */
export const caseSubjectAccess: SubjectAccess = {
  tables: [
    { table: 'case_person', person: ['person_id'] },
    { table: 'case_file', person: ['lead'] },
    { table: 'case_action', person: ['owner'] },
    { table: 'chronology_entry', person: ['by_person'] },
    { table: 'decision', person: ['by_person'] },
    { table: 'agency_contact', person: ['by_person'] },
    { table: 'parents_decision', person: ['by_person'] },
    { table: 'procedure_entry', person: ['by_person'] },
    { table: 'case_link', person: ['by_person'] },
  ],
  gather: async (tx, person) => {
    const rows = await tables<CaseTables>(tx)
      .selectFrom('case_person')
      .innerJoin('case_file', (join) =>
        join.onRef('case_file.school_id', '=', 'case_person.school_id').onRef('case_file.id', '=', 'case_id'),
      )
      .leftJoin('chronology_entry', (join) =>
        join
          .onRef('chronology_entry.school_id', '=', 'case_person.school_id')
          .onRef('chronology_entry.case_id', '=', 'case_person.case_id'),
      )
      .select(['number', 'role', 'added_at', 'words', 'chronology_entry.at'])
      .where('person_id', '=', person)
      .orderBy('chronology_entry.id')
      .execute()
    return rows.map(({ number, role, added_at, words, at }) => ({
      at: (at ?? added_at) as Temporal.Instant,
      words: words === null ? `In case ${number} as: ${role}` : `Case ${number} (${role}): ${words}`,
    }))
  },
}
