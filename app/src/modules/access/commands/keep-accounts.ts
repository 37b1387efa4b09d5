import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { tell } from '../../communications/index.js'
import { requireKeeper } from '../door.js'
import { newFirstSignInCode } from '../recovery/first-sign-in-code.js'
import type { AccessTables, AccountRow } from '../schema.js'
import { signInSight } from '../sights.js'
import { accountUrl } from '../urls.js'
import { retirePassword } from './choose-password.js'
import { endSessions } from './end-sessions.js'
import { removeAllFactors } from './second-factors.js'
import { tellReaders } from './tell-readers.js'

type Kept = Pick<AccountRow, 'id' | 'person_id'>

/**
 * A new code for the first sign-in, or after a forgotten or stolen password, to print once. The password in force opens
 * nothing from now on, and whatever was signed in ends. At the door, by somebody who keeps the accounts, for others only.
 */
export async function issueFirstCode(tx: Tx, keys: Pick<Keys, 'code'>, id: string): Promise<string> {
  const account = await keptAccount(tx, id)
  refuseOwn(tx, account)
  const db = tables<AccessTables>(tx)
  const { code, stored } = newFirstSignInCode(keys.code, id, tx.now)
  await retirePassword(tx, id)
  await db.deleteFrom('first_sign_in_code').where('account_id', '=', id).execute()
  await db
    .insertInto('first_sign_in_code')
    .values({ school_id: tx.actor.schoolId, account_id: id, hash: stored.hash, expires_at: stored.expires })
    .execute()
  await db.updateTable('account').set({ must_change_since: tx.now }).where('id', '=', id).execute()
  await endSessions(tx, { person: account.person_id })
  await journal(tx, account, 'first-code.issued')
  await tellOfReset(tx, account, 'first-code-issued')
  return code
}

/** Takes somebody's second factors and recovery codes out of use and tells them so. At the door, for others only. */
export async function resetSecondFactor(tx: Tx, id: string): Promise<void> {
  const account = await keptAccount(tx, id)
  refuseOwn(tx, account)
  await removeAllFactors(tx, id)
  await endSessions(tx, { person: account.person_id })
  await journal(tx, account, 'second-factor.reset')
  await tellOfReset(tx, account, 'second-factor-reset')
}

/** The person is told, so that nobody signs in as them unnoticed; and where they read concerns, so are the others who do. */
async function tellOfReset(
  tx: Tx,
  { id, person_id: person }: Kept,
  kind: 'first-code-issued' | 'second-factor-reset',
): Promise<void> {
  const about = { table: 'account', id }
  await tell(tx, { persons: [person], kind, about, url: accountUrl(), sight: await signInSight(tx, person) })
  await tellReaders(tx, { person, kind: 'reader-let-in', about })
}

/** Asks one person for a new password at their next click; null asks everybody. Returns how many were asked. */
export async function askNewPassword(tx: Tx, id: string | null): Promise<number> {
  requireKeeper(tx.actor)
  let open = tables<AccessTables>(tx)
    .updateTable('account')
    .set({ must_change_since: tx.now })
    .where('ended_at', 'is', null)
    .where('must_change_since', 'is', null)
  if (id) open = open.where('id', '=', id)
  const asked = await open.returning(['id', 'person_id']).execute()
  for (const account of asked) {
    await journal(tx, account, 'password.asked')
    const sight = await signInSight(tx, account.person_id)
    const about = { table: 'account', id: account.id }
    await tell(tx, { persons: [account.person_id], kind: 'new-password-asked', about, url: accountUrl(), sight })
  }
  return asked.length
}

/** The account that somebody who keeps them acts on. Refuses anybody else, and accounts that have ended. */
export async function keptAccount(tx: Tx, id: string): Promise<Kept> {
  requireKeeper(tx.actor)
  const account = await tables<AccessTables>(tx)
    .selectFrom('account')
    .select(['id', 'person_id'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!account) throw new Refusal('not-found', 'That account has ended. Give the person a new one if they need it.')
  return account
}

/** Whoever could reset their own second factor would need no second factor. */
function refuseOwn(tx: Tx, { person_id }: Kept): void {
  if (person_id === tx.actor.personId)
    throw new Refusal('not-allowed', 'Ask somebody else who keeps the accounts to do this for you.')
}

async function journal(tx: Tx, { id, person_id: person }: Kept, act: string): Promise<void> {
  const sight = await signInSight(tx, person)
  await record(tx, { act, about: { table: 'account', id }, sight, details: { person } })
}
