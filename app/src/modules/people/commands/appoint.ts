import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { postChanged, postGiven } from '../events.js'
import { everyoneSignedIn } from '../sights.js'
import type { PeopleTables, PostHoldingRow } from '../schema.js'

export interface Appointment {
  readonly post: PostId
  readonly person: PersonId
  readonly kind: PostHoldingRow['kind']
  /** First day, London; today where left out. */
  readonly from?: Temporal.PlainDate
  /** Last day, included; null until further notice. */
  readonly to?: Temporal.PlainDate | null
}

/** Gives a post to a person, or has them cover it. A second holder is allowed: some posts have several. */
export async function appoint(tx: Tx, { post, person, kind, from, to = null }: Appointment): Promise<string> {
  const started = from ?? londonDate(tx.now)
  if (to && to.toString() < started.toString())
    throw new Refusal('invalid', 'The last day is before the first. Check the two dates.', 'to')
  const known = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select('id')
    .where('id', '=', person)
    .executeTakeFirst()
  if (!known) throw new Refusal('not-found', 'Nobody of this school was chosen. Search for the person again.', 'person')
  const id = newId(tx.now.epochMilliseconds)
  const row = {
    id,
    post,
    person_id: person,
    kind,
    started,
    ended: to,
    recorded_at: tx.now,
    recorded_by: tx.actor.personId,
  }
  await tables<PeopleTables>(tx)
    .insertInto('post_holding')
    .values({ school_id: tx.actor.schoolId, ...row })
    .execute()
  await record(tx, {
    act: 'post.given',
    about: { table: 'post_holding', id },
    sight: everyoneSignedIn,
    details: { post, person, kind },
  })
  await announce(tx, postChanged, { post })
  await announce(tx, postGiven, { post, person, holding: id })
  return id
}

/**
 * Ends a holding on a day (the last day in post, included; today where left out). The row stays. One that is over already is
 * refused: a later end would put somebody back into the post, and make up that they had been in it.
 */
export async function endAppointment(tx: Tx, id: string, on: Temporal.PlainDate = londonDate(tx.now)): Promise<void> {
  const ended = await tables<PeopleTables>(tx)
    .updateTable('post_holding')
    .set({ ended: on })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', londonDate(tx.now))]))
    .returning(['post', 'person_id'])
    .executeTakeFirst()
  if (!ended) throw new Refusal('not-found', 'That person does not hold that post any more.')
  const details = { post: ended.post, person: ended.person_id, on }
  await record(tx, { act: 'post.ended', about: { table: 'post_holding', id }, sight: everyoneSignedIn, details })
  await announce(tx, postChanged, { post: ended.post })
}
