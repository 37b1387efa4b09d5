import type { Temporal } from 'temporal-polyfill'
import { sightOf } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { sealedContent } from '../../../kernel/journal/sealed.js'
import type { ConcernTables, ConversationMessageRow } from '../schema.js'
import { sealedMessage } from '../sealed.js'

/** What makes an account-less report answerable: the hashes of what the reporter keeps, and what a child chose. */
export interface NewConversation {
  readonly wordsHash: string
  readonly secretHash: string
  readonly wish: string | null
  readonly forWhom: 'me' | 'somebody-else' | null
  readonly picked: readonly string[]
  readonly childName: string | null
  readonly childClass: string | null
}

/** Opens the conversation of a concern; what was told is its first message. */
export async function openConversation(
  tx: Tx,
  concern: string,
  report: { readonly words: string; readonly conversation: NewConversation | null },
  { sight, promisedBy }: { readonly sight: Sight; readonly promisedBy: Temporal.Instant | null },
): Promise<void> {
  const { conversation, words } = report
  if (!conversation) return
  const hashes = { words_hash: conversation.wordsHash, secret_hash: conversation.secretHash }
  const opened = tables<ConcernTables>(tx)
    .insertInto('conversation')
    .values({
      school_id: tx.actor.schoolId,
      id: concern,
      words_hash: conversation.wordsHash,
      secret_hash: conversation.secretHash,
      wish: conversation.wish,
      for_whom: conversation.forWhom,
      picked: [...conversation.picked],
      child_name: conversation.childName,
      child_class: conversation.childClass,
      promised_by: promisedBy,
      answered_at: null,
      reporter_wrote_at: tx.now,
      reporter_read_at: tx.now,
      ...sightOf(sight),
    })
    .execute()
  await Promise.all([opened, addMessage(tx, { concern, side: 'reporter', words, hashes, sight })])
}

export interface NewMessage {
  readonly concern: string
  readonly side: ConversationMessageRow['from_side']
  readonly words: string
  readonly hashes: Pick<ConversationMessageRow, 'words_hash' | 'secret_hash'>
  readonly sight: Sight
}

/** Seals one turn of a conversation. */
export async function addMessage(tx: Tx, { concern, side, words, hashes, sight }: NewMessage): Promise<void> {
  const id = newId<string>(tx.now.epochMilliseconds)
  const { words_hash, secret_hash } = hashes
  const row = { concern_id: concern, from_side: side, words, by_person: tx.actor.personId, at: tx.now }
  await Promise.all([
    tables<ConcernTables>(tx)
      .insertInto('conversation_message')
      .values({ school_id: tx.actor.schoolId, id, ...row, words_hash, secret_hash, ...sightOf(sight) })
      .execute(),
    record(tx, {
      act: side === 'school' ? 'reporter.answered' : 'reporter.wrote',
      about: { table: 'conversation_message', id },
      sight,
      details: { concern },
      content: sealedContent(sealedMessage, row),
    }),
  ])
}
