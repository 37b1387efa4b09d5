import type { Sight } from '../../../kernel/db/sight.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { tell } from '../../communications/index.js'
import { concernsOfCase } from '../../concerns/index.js'
import { conflictsWith } from '../queries/conflicts-with.js'
import { personCards } from '../../people/index.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import { canSee } from '../queries/can-see.js'
import type { CaseRow } from '../schema.js'
import { caseUrl } from '../urls.js'
import { resightCase } from './resight-case.js'
import { writeEntry } from './write-entry.js'

/** Lets one more person see a case, with the reason on the record. Whoever the case bars is refused, whatever their post. */
export async function letSee(tx: Tx, caseId: string, person: PersonId, reason: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  neededWords(reason, 'Write why they need to see it.')
  await mayBeTrusted(tx, row, person)
  const sight = sightFrom(row)
  if (await canSee(tx, row, sight, person)) throw new Refusal('conflict', 'They can see this case already.', 'person')
  await widen(tx, row, person, `May now see the case. ${reason}`)
}

/** Refuses a person whom the case is about, or whose post the conflict rules take away from it, or who is not of the school. */
export async function mayBeTrusted(tx: Tx, row: CaseRow, person: PersonId): Promise<void> {
  const card = (await personCards(tx, [person])).get(person)
  if (!card || card.kind === 'pupil' || card.kind === 'parent')
    throw new Refusal('invalid', 'Choose somebody who works here or governs the school.', 'person')
  const concerns = await concernsOfCase(tx, row.id)
  const barred = row.never_persons.includes(person) || (await conflictsWith(tx, row, concerns, person))
  // The same sentence for both: it must not tell whom the case is about.
  if (barred) throw new Refusal('not-allowed', 'This case cannot be given to that person.', 'person')
}

/** Adds a person to a case's sight, tells them, and writes down why. */
export async function widen(tx: Tx, row: CaseRow, person: PersonId, words: string): Promise<CaseRow> {
  const before = sightFrom(row)
  const sight: Sight = { ...before, persons: [...new Set([...before.persons, person])] }
  await resightCase(tx, row.id, sight)
  const changed = { ...row, sight_persons: [...sight.persons] }
  const cards = await personCards(tx, [person])
  await writeEntry(tx, changed, { kind: 'access', words: `${cards.get(person)?.name ?? 'Somebody'}: ${words}` })
  const about = { table: 'case_file', id: row.id }
  await record(tx, { act: 'case.shared', about, sight, details: { person } })
  await tell(tx, { persons: [person], kind: 'case-shared', about, url: caseUrl({ case: row.id }), sight })
  return changed
}

/** Ends that somebody may see a case by name. Those who see it through their post are not affected. */
export async function endSeeing(tx: Tx, caseId: string, person: PersonId, reason: string): Promise<void> {
  const row = await openCaseOf(tx, caseId)
  neededWords(reason, 'Write why they no longer need to see it.')
  if (!row.sight_persons.includes(person)) throw new Refusal('conflict', 'They were not given this case by name.')
  if (person === row.lead) throw new Refusal('conflict', 'They lead this case. Hand it over first.')
  if (person === tx.actor.personId)
    throw new Refusal('conflict', 'You cannot end this for yourself. Ask the lead of the case.')
  const before = sightFrom(row)
  const sight: Sight = { ...before, persons: before.persons.filter((one) => one !== person) }
  await resightCase(tx, row.id, sight)
  const cards = await personCards(tx, [person])
  const words = `${cards.get(person)?.name ?? 'Somebody'} no longer sees the case by name. ${reason}`
  await writeEntry(tx, { ...row, sight_persons: [...sight.persons] }, { kind: 'access', words })
  const about = { table: 'case_file', id: row.id }
  await record(tx, { act: 'case.unshared', about, sight, details: { person } })
}
