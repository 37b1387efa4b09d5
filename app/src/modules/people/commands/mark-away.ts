import { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { absenceChanged } from '../events.js'
import type { PeopleTables } from '../schema.js'
import { everyoneSignedIn } from '../sights.js'

export interface Away {
  readonly person: PersonId
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
}

/** Records that somebody cannot act for a while, so that what would reach them reaches their deputy too. No reason is asked. */
export async function markAway(tx: Tx, { person, from, to }: Away): Promise<string> {
  if (Temporal.Instant.compare(from, to) >= 0)
    throw new Refusal('invalid', 'They come back before they go. Check the two times.', 'to')
  const id = newId(tx.now.epochMilliseconds)
  await tables<PeopleTables>(tx)
    .insertInto('absence')
    .values({
      school_id: tx.actor.schoolId,
      id,
      person_id: person,
      from_at: from,
      to_at: to,
      recorded_at: tx.now,
      recorded_by: tx.actor.personId,
    })
    .execute()
  await record(tx, {
    act: 'absence.recorded',
    about: { table: 'absence', id },
    sight: everyoneSignedIn,
    details: { person, from, to },
  })
  await announce(tx, absenceChanged, { person })
  return id
}

/** Somebody is back earlier than recorded: every absence of theirs that is running or to come ends now. */
export async function markBack(tx: Tx, person: PersonId): Promise<void> {
  await tables<PeopleTables>(tx)
    .updateTable('absence')
    .set({ to_at: tx.now })
    .where('person_id', '=', person)
    .where('from_at', '<', tx.now)
    .where('to_at', '>', tx.now)
    .execute()
  await record(tx, { act: 'absence.ended', about: { table: 'person', id: person }, sight: everyoneSignedIn })
  await announce(tx, absenceChanged, { person })
}
