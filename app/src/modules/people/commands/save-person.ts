import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { personEnded } from '../events.js'
import { searchText } from '../queries/person-cards.js'
import type { PeopleTables, PersonKind } from '../schema.js'
import { everyoneSignedIn } from '../sights.js'

/** What can be written down of somebody by hand. Dates are London days. */
export interface PersonDetails {
  readonly kind: PersonKind
  readonly given: string
  readonly family: string
  readonly knownAs: string | null
  readonly classCode: string | null
  readonly jobTitle: string | null
  readonly email: string | null
  readonly phone: string | null
  /** The last day here, or null while there is none. */
  readonly ended: Temporal.PlainDate | null
}

const rowOf = (details: PersonDetails) => ({
  kind: details.kind,
  given: details.given,
  family: details.family,
  known_as: details.knownAs,
  class_code: details.classCode,
  job_title: details.jobTitle,
  email: details.email,
  phone: details.phone,
  ended: details.ended,
  search: searchText(
    [details.family, details.knownAs ?? details.given, details.given, details.classCode].filter(Boolean).join(' '),
  ),
})

/** Adds somebody who stands in no file: supply, a volunteer, a visitor. An import never ends them, for it does not know them. */
export async function addPerson(tx: Tx, details: PersonDetails): Promise<PersonId> {
  const id = newId<PersonId>(tx.now.epochMilliseconds)
  await tables<PeopleTables>(tx)
    .insertInto('person')
    .values({
      school_id: tx.actor.schoolId,
      id,
      ...rowOf(details),
      born: null,
      year_group: null,
      source: null,
      source_id: null,
      started: londonDate(tx.now),
      recorded_at: tx.now,
    })
    .execute()
  await record(tx, { act: 'person.added', about: { table: 'person', id }, sight: everyoneSignedIn, details: {} })
  return id
}

/**
 * Corrects what is written of somebody, or their last day. Where they came from a file, the next import of it puts back
 * what it says: the form tells so. A last day that is new closes their sign-in, by the event.
 */
export async function correctPerson(tx: Tx, id: PersonId, details: PersonDetails): Promise<void> {
  const people = tables<PeopleTables>(tx)
  const before = await people.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (!before) throw new Refusal('not-found', 'There is nobody here of whom you may see this.')
  if (details.ended && details.ended.toString() < before.started.toString())
    throw new Refusal('invalid', 'The last day is before their first day here. Check the date.', 'ended')
  const after = rowOf(details)
  await people.updateTable('person').set(after).where('id', '=', id).execute()
  const changed = Object.entries(after).flatMap(([field, value]) =>
    `${value ?? ''}` === `${before[field as keyof typeof after] ?? ''}` || field === 'search' ? [] : [field],
  )
  if (changed.length === 0) return
  await record(tx, {
    act: 'person.corrected',
    about: { table: 'person', id },
    sight: everyoneSignedIn,
    details: { fields: changed.join(' ') },
  })
  if (details.ended && changed.includes('ended')) await announce(tx, personEnded, { person: id })
}
