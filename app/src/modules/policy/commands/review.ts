import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn } from '../../people/index.js'
import { policyOwed, policySettled } from '../events.js'
import { activePack } from '../queries/active-pack.js'
import type { PolicyReviewRow, ReachTables } from '../reach-schema.js'
import { cadencesOf, triggers } from '../reviews/cadences.js'
import type { Trigger } from '../reviews/cadences.js'
import { reviewUrl } from '../urls.js'

/**
 * Something happened after which the policy is looked at out of turn. Its owner owes the review within 20 school days'
 * worth of a month: nobody's policy names a time, so the finding begins when the month is over.
 */
export async function openReview(
  tx: Tx,
  { trigger, cause }: { readonly trigger: Trigger; readonly cause: string },
): Promise<string> {
  const { pack } = await activePack(tx)
  const id = newId<string>(tx.now.epochMilliseconds)
  const due = londonDate(tx.now).add({ months: 1 })
  await tables<ReachTables>(tx)
    .insertInto('policy_review')
    .values({
      ...blank,
      school_id: tx.actor.schoolId,
      id,
      cadence: trigger,
      cause,
      opened_at: tx.now,
      opened_by: tx.actor.personId,
      due_on: due,
    })
    .execute()
  const about = { table: 'policy_review', id }
  await record(tx, { act: 'policy.review-opened', about, sight: everyoneSignedIn, details: { trigger } })
  const owed = {
    key: `policy-review:${id}`,
    kind: 'review-policy',
    post: pack.adoption.owner,
    person: null,
    about,
  } as const
  await announce(tx, policyOwed, {
    ...owed,
    label: triggers[trigger],
    url: reviewUrl({ review: id }),
    dueOn: due.toString(),
  })
  return id
}

const blank = {
  closed_at: null,
  closed_by: null,
  held_on: null,
  body: null,
  minute: null,
  hash: null,
  input: null,
  found: null,
  outcome: null,
} as const

/** What came of a review. */
export type ReviewOutcome = {
  readonly [Key in 'body' | 'minute' | 'found' | 'outcome']: NonNullable<PolicyReviewRow[Key]> | null
} & { readonly heldOn: Temporal.PlainDate; readonly input: readonly string[] }

/** Records a review that one of the cadences asked for: held, by whom, what lay on the table, what came of it. */
export async function recordReview(tx: Tx, cadence: string, came: ReviewOutcome): Promise<string> {
  const { pack, hash } = await activePack(tx)
  if (!cadencesOf(pack).some(({ key }) => key === cadence))
    throw new Refusal('not-found', 'This policy promises no such review.')
  const id = newId<string>(tx.now.epochMilliseconds)
  await tables<ReachTables>(tx)
    .insertInto('policy_review')
    .values({
      ...blank,
      school_id: tx.actor.schoolId,
      id,
      cadence,
      cause: 'By the calendar',
      opened_at: tx.now,
      opened_by: tx.actor.personId,
      due_on: null,
      ...closing(tx, came, hash),
    })
    .execute()
  await closed(tx, id, came)
  return id
}

/** Records what came of a review that something had opened. */
export async function closeReview(tx: Tx, id: string, came: ReviewOutcome): Promise<void> {
  const { hash } = await activePack(tx)
  const changed = await tables<ReachTables>(tx)
    .updateTable('policy_review')
    .set(closing(tx, came, hash))
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw new Refusal('conflict', 'What came of this review was recorded already.')
  await closed(tx, id, came)
}

function closing(tx: Tx, { heldOn, body, minute, input, found, outcome }: ReviewOutcome, hash: string) {
  if (heldOn.toString() > londonDate(tx.now).toString())
    throw new Refusal('invalid', 'Give a day that has come', 'heldOn')
  if (!outcome || !found) throw new Refusal('invalid', 'Say what came of it', 'found')
  const facts = { held_on: heldOn, body, minute, input: json(input), found, outcome, hash }
  return { ...facts, closed_at: tx.now, closed_by: tx.actor.personId }
}

async function closed(tx: Tx, id: string, { outcome, found, heldOn }: ReviewOutcome): Promise<void> {
  const about = { table: 'policy_review', id }
  const details = { outcome, held: heldOn }
  await record(tx, { act: 'policy.reviewed', about, sight: everyoneSignedIn, details, content: found })
  await announce(tx, policySettled, { key: `policy-review:${id}` })
}
