import type { Core } from '../../../kernel/core.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { atTheDoor } from '../door.js'
import { verifyPassword } from '../password/password-hash.js'
import { accountById, passwordHashOf } from '../queries/account-by-login.js'
import type { SessionGrant } from '../session/session-grant.js'
import type { RequestSession } from '../session/request-session.js'
import type { AccessTables } from '../schema.js'
import { signInSight } from '../sights.js'
import { grantToken } from './start-session.js'
import { beginTry, refuseWaiting, tryWasRight, tryWasWrong } from './try.js'
import type { Caller } from './try.js'

/** Takes the password of somebody who is signed in, and renews their session's token. Wrong tries slow down as at sign-in. */
export async function proveAgain(
  deps: Pick<Core, 'db' | 'keys'>,
  session: RequestSession,
  password: string,
  caller: Caller,
): Promise<SessionGrant> {
  await checkOwnPassword(deps, session, { password, caller, field: 'password' })
  return inSchool(deps.db, atTheDoor(session.actor), (tx) => renewProof(tx, session))
}

/** Notes that somebody proved who they are just now, by whatever means, and renews the token. */
export async function renewProof(tx: Tx, { sessionId, personId }: RequestSession): Promise<SessionGrant> {
  const session = await tables<AccessTables>(tx)
    .updateTable('session')
    .set({ proved_at: tx.now })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .returning(['id', 'shared', 'started_at'])
    .executeTakeFirst()
  if (!session) throw new Refusal('conflict', 'You were signed out meanwhile. Sign in again.')
  const sight = await signInSight(tx, personId)
  await record(tx, { act: 'sign-in.proved-again', about: { table: 'session', id: sessionId }, sight })
  return grantToken(tx, session)
}

export interface OwnPassword {
  readonly password: string
  readonly caller: Caller
  /** The box it was typed into. */
  readonly field: string
}

/** Refuses unless this is the password of the session's own account. Counted and slowed as at sign-in. */
export async function checkOwnPassword(
  { db, keys }: Pick<Core, 'db' | 'keys'>,
  { actor, accountId }: RequestSession,
  { password, caller, field }: OwnPassword,
): Promise<void> {
  const door = atTheDoor(actor)
  const begun = await inSchool(db, door, async (tx) => {
    const account = accountId ? await accountById(tx, accountId) : null
    if (!account) throw new Refusal('not-allowed', 'This account has no password.')
    const tried = await beginTry(tx, keys, { proof: 'again', login: account.username, account, caller })
    return { tried, stored: await passwordHashOf(tx, account.id) }
  })
  const tried = refuseWaiting(begun.tried, field)
  const right = await verifyPassword(keys.password, password, begun.stored)
  await inSchool(db, door, (tx) => (right ? tryWasRight(tx, tried) : tryWasWrong(tx, tried)))
  if (!right) throw new Refusal('invalid', 'That is not your password. Check that capitals are not locked.', field)
}
