import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import type { RequestSession } from '../session/request-session.js'
import type { AccessTables } from '../schema.js'
import { signInSight } from '../sights.js'

/** Ends the session a person signs out of, at the door. Its token is worth nothing from now on, wherever it was copied. */
export async function signOut(tx: Tx, { sessionId, personId }: RequestSession): Promise<void> {
  const db = tables<AccessTables>(tx)
  await db.deleteFrom('session_token').where('session_id', '=', sessionId).execute()
  await db.updateTable('session').set({ ended_at: tx.now }).where('id', '=', sessionId).execute()
  const sight = await signInSight(tx, personId)
  await record(tx, {
    act: 'sign-in.ended',
    about: { table: 'session', id: sessionId },
    sight,
    details: { person: personId },
  })
}
