import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import type { AccessTables } from '../schema.js'
import { signInSight } from '../sights.js'
import { endSessions } from './end-sessions.js'

/**
 * Ends what a person can sign in with, and every session they have, at once. Nothing happens where there is no account.
 * The actor keeps the accounts, records leavers, or is the worker.
 */
export async function endAccount(tx: Tx, person: PersonId): Promise<void> {
  const ended = await tables<AccessTables>(tx)
    .updateTable('account')
    .set({ ended_at: tx.now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await endSessions(tx, { person })
  if (!ended) return
  const sight = await signInSight(tx, person)
  await record(tx, { act: 'account.ended', about: { table: 'account', id: ended.id }, sight, details: { person } })
}
