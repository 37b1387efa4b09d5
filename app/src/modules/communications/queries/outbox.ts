import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { CommunicationsTables, MessageRow } from '../schema.js'

export type OutboxLine = Pick<MessageRow, 'id' | 'address' | 'at' | 'sent_at' | 'tries' | 'last_fault'>

/** Mails that wait, and the last hundred that went, newest first. Their kind and what they are about are not shown. */
export const outbox = (tx: ReadTx): Promise<readonly OutboxLine[]> =>
  tables<CommunicationsTables>(tx)
    .selectFrom('message')
    .select(['id', 'address', 'at', 'sent_at', 'tries', 'last_fault'])
    .orderBy((eb) => eb('sent_at', 'is', null), 'desc')
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
