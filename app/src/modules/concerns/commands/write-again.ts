import type { Actor } from '../../../kernel/actor.js'
import type { Db } from '../../../kernel/db/database.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { once } from '../../../kernel/db/once.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { enqueue } from '../../../kernel/jobs/job.js'
import { Refusal } from '../../../kernel/refusal.js'
import { newsJob } from '../jobs/news-job.js'
import { talkOfReceipt } from '../queries/talk-of.js'
import type { ConcernTables } from '../schema.js'
import { addMessage } from './open-conversation.js'

export interface SecondThoughts {
  /** Comes with the form, so that a repeated submit writes once. */
  readonly key: string
  readonly words: string
}

/**
 * A reporter who came back writes again. The actor carries the receipt that opens this talk and no other. The worker
 * then starts the answer's clock and task anew, because a reporter may see neither the concern nor its clocks.
 */
export async function writeAgain(db: Db, actor: Actor, { key, words }: SecondThoughts): Promise<void> {
  const text = words.trim()
  if (text === '') throw new Refusal('invalid', 'Write something in the box first.', 'more')
  await inSchool(db, actor, (tx) => once(tx, key, () => addTurn(tx, text)))
}

async function addTurn(tx: Tx, words: string): Promise<null> {
  const talk = await talkOfReceipt(tx)
  if (!talk) throw new Refusal('not-found', 'Those words did not open anything.')
  const { conversation } = talk
  const concern = conversation.id
  await addMessage(tx, { concern, side: 'reporter', words, hashes: conversation, sight: sightFrom(conversation) })
  await tables<ConcernTables>(tx)
    .updateTable('conversation')
    .set({ reporter_wrote_at: tx.now })
    .where('id', '=', concern)
    .execute()
  await enqueue(tx, newsJob, { schoolId: tx.actor.schoolId, concern, from: '' })
  return null
}
