import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { enqueue } from '../../../kernel/jobs/job.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn, peopleOf } from '../../people/index.js'
import { oweReachNow } from '../jobs/owe-reach.js'
import { kindsOf } from '../reach/kinds-of.js'
import type { Channel, PolicySessionRow, ReachTables, ReceiptFact } from '../reach-schema.js'

/** Facts about some people and one exact text. */
export interface Receipts {
  readonly hash: string
  readonly people: readonly PersonId[]
  readonly facts: readonly ReceiptFact[]
  /** 'read here', 'on paper', 'letter', 'at a session'. */
  readonly how: string
  readonly on: Temporal.PlainDate
  readonly session?: string
}

/** Writes facts down, each once: what is known already keeps its first day. Returns how many are new. */
export async function addReceipts(tx: Tx, { hash, people, facts, how, on, session }: Receipts): Promise<number> {
  const rows = people.flatMap((person) =>
    facts.map((fact) => ({
      school_id: tx.actor.schoolId,
      id: newId<string>(tx.now.epochMilliseconds),
      hash,
      person_id: person,
      fact,
      how,
      session_id: session ?? null,
      happened_on: on,
      recorded_at: tx.now,
      recorded_by: tx.actor.personId,
    })),
  )
  if (rows.length === 0) return 0
  await enqueue(tx, oweReachNow, { schoolId: tx.actor.schoolId })
  const made = await tables<ReachTables>(tx)
    .insertInto('policy_receipt')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['school_id', 'hash', 'person_id', 'fact']).doNothing())
    .executeTakeFirst()
  return Number(made.numInsertedOrUpdatedRows ?? 0n)
}

/** Somebody says for themselves that they have been given the version and have read it. */
export async function confirmReading(tx: Tx, hash: string): Promise<void> {
  const { personId } = tx.actor
  if (!personId) throw new Refusal('not-allowed', 'Sign in to do this.')
  const on = londonDate(tx.now)
  const made = await addReceipts(tx, { hash, people: [personId], facts: ['provided', 'read'], how: 'read here', on })
  const sight = { posts: [], persons: [personId], never: [] }
  if (made > 0)
    await record(tx, { act: 'policy.read', about: { table: 'person', id: personId }, sight, details: { hash } })
}

/** A session, and who was there. Everybody else of the audience is absent, and stays outstanding. */
export interface NewSession extends Pick<
  PolicySessionRow,
  'hash' | 'kind' | 'audience' | 'class_code' | 'held_on' | 'points' | 'understood'
> {
  readonly present: readonly PersonId[]
}

/** Records a session and, for those who were there, that it was discussed with them. */
export async function recordSession(tx: Tx, { present, ...session }: NewSession): Promise<string> {
  if (session.held_on.toString() > londonDate(tx.now).toString())
    throw new Refusal('invalid', 'Give a day that has come', 'heldOn')
  const id = newId<string>(tx.now.epochMilliseconds)
  const { schoolId: school_id, personId } = tx.actor
  await tables<ReachTables>(tx)
    .insertInto('policy_session')
    .values({ school_id, id, ...session, recorded_at: tx.now, recorded_by: personId })
    .execute()
  const { hash, held_on: on } = session
  await addReceipts(tx, { hash, people: present, facts: ['discussed'], how: 'at a session', on, session: id })
  const details = {
    hash,
    kind: session.kind,
    audience: session.audience,
    present: present.length,
    class: session.class_code,
  }
  await record(tx, { act: 'policy.session', about: { table: 'policy_session', id }, sight: everyoneSignedIn, details })
  return id
}

/** A whole audience is told of a version: everybody of it is given the receipt 'provided', with the day and the way. */
export async function announceVersion(
  tx: Tx,
  {
    hash,
    audience,
    channel,
    on,
  }: { readonly hash: string; readonly audience: PostId; readonly channel: Channel; readonly on: Temporal.PlainDate },
): Promise<void> {
  if (on.toString() > londonDate(tx.now).toString()) throw new Refusal('invalid', 'Give a day that has come', 'on')
  const people = (await peopleOf(tx, kindsOf(audience))).map(({ id }) => id)
  await addReceipts(tx, { hash, people, facts: ['provided'], how: channel, on })
  const id = newId<string>(tx.now.epochMilliseconds)
  const row = { school_id: tx.actor.schoolId, id, hash, audience, channel, told_on: on, reached: people.length }
  await tables<ReachTables>(tx)
    .insertInto('policy_announcement')
    .values({ ...row, recorded_at: tx.now, recorded_by: tx.actor.personId })
    .execute()
  const details = { hash, audience, channel, reached: people.length }
  await record(tx, {
    act: 'policy.announced',
    about: { table: 'policy_announcement', id },
    sight: everyoneSignedIn,
    details,
  })
}
