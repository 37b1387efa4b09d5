import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { notificationKinds } from '../kinds.js'
import type { CommunicationsTables, NotificationRow } from '../schema.js'

export interface MyNotification extends Pick<NotificationRow, 'id' | 'url' | 'at' | 'read_at' | 'about_id'> {
  readonly words: string
}

/** What the actor was told, newest first. At most 50. */
export async function myNotifications(tx: ReadTx): Promise<readonly MyNotification[]> {
  const rows = await tables<CommunicationsTables>(tx)
    .selectFrom('notification')
    .select(['id', 'kind', 'url', 'at', 'read_at', 'about_id'])
    .where('person_id', '=', tx.actor.personId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ kind, ...rest }) => ({ ...rest, words: notificationKinds[kind] }))
}

/** Marks everything the actor was told about a record as read: they have opened it. */
export const markRead = (tx: Tx, about: string): Promise<unknown> =>
  tables<CommunicationsTables>(tx)
    .updateTable('notification')
    .set({ read_at: tx.now })
    .where('about_id', '=', about)
    .where('person_id', '=', tx.actor.personId)
    .where('read_at', 'is', null)
    .execute()
