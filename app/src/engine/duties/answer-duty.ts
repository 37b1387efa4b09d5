import { json } from '../../kernel/db/json.js'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import { announce } from '../../kernel/events.js'
import { newId } from '../../kernel/ids.js'
import type { PostId } from '../../kernel/ids.js'
import { record } from '../../kernel/journal/record.js'
import { sealedContent } from '../../kernel/journal/sealed.js'
import type { SealedTable } from '../../kernel/journal/sealed.js'
import { Refusal } from '../../kernel/refusal.js'
import { dutyAnswered } from './events.js'
import type { DutyCallRow, DutyOutcome, DutyTables } from './schema.js'

/** What somebody answers to a duty. */
export interface Answer {
  readonly outcome: DutyOutcome
  readonly words: string
  readonly link?: string | null
  readonly figures?: Readonly<Record<string, number>>
  /** What was asked, as it was shown to them. */
  readonly asked: string
  /** Whether they hold the post themselves; a deputy's answer says so. */
  readonly asDeputy: boolean
}

/** An answer is never changed: `hedgerow verify` reads it against the journal. */
export const sealedAnswer: SealedTable = {
  table: 'duty_answer',
  columns: ['call_id', 'outcome', 'words', 'link', 'asked', 'as_post'],
}

/**
 * Writes an answer to a duty, by somebody who acts in its post or was told when it was late. 'not-done' is kept, and leaves
 * the duty open. An answer to one that was answered before lies on top of the first.
 */
export async function answerDuty(tx: Tx, callId: string, answer: Answer): Promise<DutyCallRow> {
  const call = await tables<DutyTables>(tx)
    .selectFrom('duty_call')
    .selectAll()
    .where('id', '=', callId)
    .executeTakeFirst()
  if (!call) throw new Refusal('not-found', 'There is no such duty, or it is not yours.')
  const post = actsAs(tx, call)
  if (!post)
    throw new Refusal('not-allowed', 'This duty belongs to another post. Its holder or their deputy answers it.')
  const { asDeputy, figures = {}, link = null, ...said } = answer
  const written = { call_id: callId, ...said, link, as_post: post }
  const id = newId<string>(tx.now.epochMilliseconds)
  await tables<DutyTables>(tx)
    .insertInto('duty_answer')
    .values({
      school_id: tx.actor.schoolId,
      id,
      ...written,
      figures: json(figures),
      at: tx.now,
      by_person: tx.actor.personId,
      as_deputy: asDeputy,
      sees: call.sees,
    })
    .execute()
  if (answer.outcome !== 'not-done' && call.answered_at === null)
    await tables<DutyTables>(tx)
      .updateTable('duty_call')
      .set({ answered_at: tx.now })
      .where('id', '=', callId)
      .execute()
  const { duty, key } = call
  await record(tx, {
    act: 'duty.answered',
    about: { table: 'duty_answer', id },
    sight: { posts: call.sees.filter((name) => !name.includes('.')) as PostId[], persons: [], never: [] },
    details: { duty, key, period: call.period, outcome: answer.outcome, post },
    content: sealedContent(sealedAnswer, written),
  })
  await announce(tx, dutyAnswered, { call: callId, duty, key, outcome: answer.outcome })
  return call
}

/** The post in which the actor may answer: the duty's, the one it was passed on to, or their own where they owe it as a person. */
function actsAs(tx: Tx, { post, escalated_to, person_id }: DutyCallRow): PostId | null {
  const { posts, personId, channel } = tx.actor
  if (posts.has(post)) return post
  if (escalated_to && posts.has(escalated_to)) return escalated_to
  if (channel === 'worker' || (person_id !== null && person_id === personId)) return post
  return null
}
