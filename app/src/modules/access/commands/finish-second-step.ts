import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { accountById } from '../queries/account-by-login.js'
import type { AccessTables } from '../schema.js'
import { signInSight } from '../sights.js'
import type { SignedIn } from './sign-in-with-password.js'
import { grantToken, noteSignIn } from './start-session.js'
import { deviceMark } from './try.js'

/** What proved the second step. */
export type SecondProof = 'app' | 'recovery-code' | 'passkey'

/** Makes a session that owed its second factor whole, with a new token. Of two proofs sent at once, one makes it whole. */
export async function finishSecondStep(
  tx: Tx,
  keys: Pick<Keys, 'device'>,
  sessionId: string,
  proof: SecondProof,
): Promise<SignedIn> {
  const session = await tables<AccessTables>(tx)
    .updateTable('session')
    .set({ whole_at: tx.now, proved_at: tx.now, seen_at: tx.now })
    .where('id', '=', sessionId)
    .where('whole_at', 'is', null)
    .where('ended_at', 'is', null)
    .returning(['id', 'account_id', 'person_id', 'kind', 'shared', 'started_at'])
    .executeTakeFirst()
  const account = session?.account_id ? await accountById(tx, session.account_id) : null
  if (!session || !account)
    throw new Refusal('conflict', 'This sign-in was finished or ended meanwhile. Sign in again.')
  const sight = await signInSight(tx, session.person_id)
  const about = { table: 'session', id: session.id }
  await record(tx, { act: 'sign-in.second-step', about, sight, details: { person: session.person_id, proof } })
  await noteSignIn(tx, session)
  const grant = await grantToken(tx, session)
  return { grant, mark: session.shared ? null : deviceMark(keys, account) }
}
