import { sightFrom, sightOf } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { peopleOf } from '../../concerns/index.js'
import { personCards } from '../../people/index.js'
import type { CaseRow, CasePersonRow, CaseTables } from '../schema.js'

export type NewCasePerson = Pick<CasePersonRow, 'person_id' | 'described' | 'child' | 'role'>

/** Copies the people of a concern into its case, each in their own part; those who are in it already are left as they are. */
export async function copyPeople(tx: Tx, row: CaseRow, concern: string): Promise<void> {
  const people = await peopleOf(tx, [concern])
  const cards = await personCards(
    tx,
    people.flatMap(({ person_id }) => (person_id ? [person_id] : [])),
  )
  const present = await peopleOfCase(tx, row.id)
  const fresh = people.filter(
    ({ person_id, described, role }) =>
      !present.some((one) => one.person_id === person_id && one.described === described && one.role === role),
  )
  const isChild = (id: CasePersonRow['person_id']) => id !== null && cards.get(id)?.kind === 'pupil'
  await insertPeople(
    tx,
    row,
    fresh.map(({ person_id, described, role }) => ({ person_id, described, role, child: isChild(person_id) })),
  )
}

/** Puts people into a case, unchecked. */
export async function insertPeople(tx: Tx, row: CaseRow, people: readonly NewCasePerson[]): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((one) => ({
    school_id: tx.actor.schoolId,
    id: newId<string>(tx.now.epochMilliseconds),
    case_id: row.id,
    ...one,
    added_at: tx.now,
    ...sightOf(sightFrom(row)),
  }))
  await tables<CaseTables>(tx).insertInto('case_person').values(rows).execute()
}

/** Everybody in a case, in the order in which they came into it. */
export const peopleOfCase = (tx: Tx, caseId: string): Promise<readonly CasePersonRow[]> =>
  tables<CaseTables>(tx).selectFrom('case_person').selectAll().where('case_id', '=', caseId).orderBy('id').execute()
