import { signingIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import type { Db } from '../../../kernel/db/database.js'
import type { SchoolId } from '../../../kernel/ids.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { accountByLogin } from '../queries/account-by-login.js'
import { issueFirstCode, resetSecondFactor } from './keep-accounts.js'

export interface Rescue {
  readonly username: string
  /** Also takes the second factors out of use: the telephone is lost too. */
  readonly secondFactor: boolean
}

/**
 * A new code for the first sign-in, asked for at the machine itself: the way back in when the last keeper of accounts has
 * lost the slip, the password or the telephone. Whoever can run it holds the secret and the records already (SECURITY.md);
 * the journal has it without a name, and the account's owner is told of it in Hedgerow.
 */
export function rescueAccount(
  { db, keys }: { readonly db: Db; readonly keys: Keys },
  school: SchoolId,
  { username, secondFactor }: Rescue,
): Promise<string> {
  const atTheMachine = { ...signingIn(school), powers: new Set(['access.accounts']) }
  return inSchool(db, atTheMachine, async (tx) => {
    const account = await accountByLogin(tx, username)
    if (!account) throw new Refusal('not-found', `Nobody of the school signs in as “${username}”.`)
    if (secondFactor) await resetSecondFactor(tx, account.id)
    return issueFirstCode(tx, keys, account.id)
  })
}
