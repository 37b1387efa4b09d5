import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { Refusal } from '../../../kernel/refusal.js'
import { closeTask } from '../../communications/index.js'
import { packByHash } from '../../policy/index.js'
import { reporterAnswered } from '../events.js'
import type { ConcernTables } from '../schema.js'
import { acknowledge } from './acknowledge.js'
import { addMessage } from './open-conversation.js'
import { meetClocks } from './start-clocks.js'

/** The longest answer, in characters: a child reads it on a phone. */
const longest = 4000

/**
 * Writes to a child, or to somebody who reported without an account, who reads it with the words they kept. Writing is
 * reading too: the concern is acknowledged if nobody had. The clock stops and the task closes until they write again.
 */
export async function answerReporter(tx: Tx, concern: string, words: string): Promise<void> {
  const text = words.trim()
  if (text === '')
    throw new Refusal('invalid', 'Write an answer. An empty one tells a child that nobody listened.', 'words')
  if (text.length > longest)
    throw new Refusal('invalid', `Shorten the answer by ${text.length - longest} characters.`, 'words')
  const row = await acknowledge(tx, concern)
  const conversation = await tables<ConcernTables>(tx)
    .selectFrom('conversation')
    .select(['words_hash', 'secret_hash'])
    .where('id', '=', concern)
    .executeTakeFirst()
  if (!conversation) throw new Refusal('not-found', 'Nobody waits for an answer to this concern.')
  await addMessage(tx, { concern, side: 'school', words: text, hashes: conversation, sight: sightFrom(row) })
  await tables<ConcernTables>(tx)
    .updateTable('conversation')
    .set({ answered_at: tx.now })
    .where('id', '=', concern)
    .execute()
  await meetClocks(tx, concern, await packByHash(tx, row.pack_hash), 'answered')
  await closeTask(tx, { key: `concern:${concern}:answer` })
  await announce(tx, reporterAnswered, { concern })
}
