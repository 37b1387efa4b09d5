import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { isId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { personCards } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import { openCaseOf } from '../queries/case-of.js'
import type { CaseRow, CaseTables, CasePersonRow } from '../schema.js'
import { insertPeople } from './copy-people.js'
import type { NewCasePerson } from './copy-people.js'
import { writeEntry } from './write-entry.js'

/** Somebody to be added: picked from the roster, or described, and then whether it is a child. */
export type AddCasePerson = Omit<NewCasePerson, 'child'> & { readonly describedChild: boolean }

/**
 * Adds somebody to a case in the part they have. An adult of the school who may have caused harm is refused here: they
 * must first be barred, which is done on the concern, so that the database keeps the case from them.
 */
export async function addCasePerson(tx: Tx, caseId: string, added: AddCasePerson): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  const { describedChild, ...person } = added
  await checkRole(tx, row, person.role)
  const card = await cardOf(tx, person)
  if (card?.kind !== 'pupil' && person.role === 'caused-harm') checkBarred(row, person.person_id, 'person')
  await insertPeople(tx, row, [{ ...person, child: card ? card.kind === 'pupil' : describedChild }])
  const words = `${card?.name ?? person.described}: ${await roleTitle(tx, row, person.role)}`
  await writeEntry(tx, row, { kind: 'people', words: `Added. ${words}` })
}

/** The card of somebody picked, or nothing for somebody described. Refuses where neither was given. */
async function cardOf(tx: Tx, { person_id, described }: Omit<AddCasePerson, 'describedChild'>) {
  if (person_id !== null) return (await personCards(tx, [person_id])).get(person_id)
  if (described?.trim()) return undefined
  throw new Refusal('invalid', 'Choose the person, or describe who it is.', 'person')
}

function checkBarred({ never_persons }: CaseRow, adult: PersonId | null, field: string): void {
  if (adult === null || never_persons.includes(adult)) return
  const sentence = 'Name this adult on the concern first: there they are barred from seeing it.'
  throw new Refusal('conflict', sentence, field)
}

const noSuchPerson = (): Refusal => new Refusal('not-found', 'This case has no such person.')

/**
 * Changes the part that somebody has in a case, by the same rule as adding them. Nobody is stamped for good: the chronology
 * keeps what was thought before.
 */
export async function changeRole(tx: Tx, caseId: string, personInCase: string, role: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  await checkRole(tx, row, role)
  if (!isId(personInCase)) throw noSuchPerson()
  const changed = await tables<CaseTables>(tx)
    .updateTable('case_person')
    .set({ role })
    .where('id', '=', personInCase)
    .where('case_id', '=', caseId)
    .returningAll()
    .executeTakeFirst()
  if (!changed) throw noSuchPerson()
  if (role === 'caused-harm' && !changed.child) checkBarred(row, changed.person_id, 'role')
  const name = await nameIn(tx, changed)
  await writeEntry(tx, row, { kind: 'people', words: `${name} is now: ${await roleTitle(tx, row, role)}` })
  const about = { table: 'case_person', id: personInCase }
  await record(tx, { act: 'case.role-changed', about, sight: sightFrom(row), details: { case: caseId, role } })
}

async function nameIn(tx: Tx, { person_id, described }: CasePersonRow): Promise<string> {
  const cards = await personCards(tx, person_id ? [person_id] : [])
  return (person_id && cards.get(person_id)?.name) || described || 'Somebody'
}

async function checkRole(tx: Tx, row: CaseRow, role: string): Promise<void> {
  const { reporting } = await packByHash(tx, row.pack_hash)
  if (!reporting.roles.some(({ id }) => id === role))
    throw new Refusal('invalid', 'Choose the part they have in this.', 'role')
}

const roleTitle = async (tx: Tx, row: CaseRow, role: string): Promise<string> =>
  (await packByHash(tx, row.pack_hash)).reporting.roles.find(({ id }) => id === role)?.title ?? role
