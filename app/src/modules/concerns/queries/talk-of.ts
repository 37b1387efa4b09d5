import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { personCards } from '../../people/index.js'
import type { ConcernTables, ConversationMessageRow, ConversationRow } from '../schema.js'

/** One turn of a talk. `who` names the grown-up where the reader may know people; a reporter's reader does not. */
export interface TalkTurn extends Pick<ConversationMessageRow, 'id' | 'from_side' | 'words' | 'at'> {
  readonly who: string | null
}

/** A talk with somebody who has no account, oldest turn first. */
export interface Talk {
  readonly conversation: ConversationRow
  readonly turns: readonly TalkTurn[]
}

/** Whether an answer is owed: nobody has answered yet, or the reporter has written since. */
export const isOwed = ({
  answered_at,
  reporter_wrote_at,
}: Pick<ConversationRow, 'answered_at' | 'reporter_wrote_at'>): boolean =>
  answered_at === null || answered_at.epochMilliseconds < reporter_wrote_at.epochMilliseconds

/** The talk that the actor's receipt opens, or null: nobody who carries none has one. */
export async function talkOfReceipt(tx: ReadTx): Promise<Talk | null> {
  const { receipt } = tx.actor
  if (!receipt) return null
  const conversation = await tables<ConcernTables>(tx)
    .selectFrom('conversation')
    .selectAll()
    .where((eb) => eb.or([eb('words_hash', '=', receipt), eb('secret_hash', '=', receipt)]))
    .executeTakeFirst()
  return conversation ? withTurns(tx, conversation) : null
}

/** The talk of a concern that the actor may see, or null where it has none. */
export async function talkOf(tx: ReadTx, concern: string): Promise<Talk | null> {
  const conversation = await tables<ConcernTables>(tx)
    .selectFrom('conversation')
    .selectAll()
    .where('id', '=', concern)
    .executeTakeFirst()
  return conversation ? withTurns(tx, conversation) : null
}

async function withTurns(tx: ReadTx, conversation: ConversationRow): Promise<Talk> {
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('conversation_message')
    .select(['id', 'from_side', 'words', 'at', 'by_person'])
    .where('concern_id', '=', conversation.id)
    .orderBy('id')
    .limit(500)
    .execute()
  const cards = await personCards(
    tx,
    rows.flatMap(({ by_person }) => (by_person ? [by_person] : [])),
  )
  const turns = rows.map(({ by_person, ...turn }) => ({
    ...turn,
    who: by_person ? (cards.get(by_person)?.name ?? null) : null,
  }))
  return { conversation, turns }
}
