import type { Core } from '../../../kernel/core.js'
import { signingIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { hashPassword, needsRehash, verifyPassword } from '../password/password-hash.js'
import { accountByLogin, passwordHashOf } from '../queries/account-by-login.js'
import type { OpenAccount } from '../queries/account-by-login.js'
import { hasSecondFactor } from '../queries/second-factors.js'
import type { SessionGrant } from '../session/session-grant.js'
import type { AccessTables } from '../schema.js'
import { startSession } from './start-session.js'
import { beginTry, deviceMark, refuseWaiting, tryWasRight, tryWasWrong } from './try.js'
import type { Caller, Try } from './try.js'

export interface PasswordTry {
  readonly login: string
  readonly password: string
  /** The person ticked that others use this machine. */
  readonly shared: boolean
  readonly caller: Caller
}

/** What a browser is given after a sign-in: the session, and the mark of its owner's own machine once nothing is owed. */
export interface SignedIn {
  readonly grant: SessionGrant
  readonly mark: string | null
}

/** One sentence for a wrong name, a wrong password and an account that ended: nobody learns here which names exist. */
export const WRONG =
  'That username and password do not belong together. Check both, and that capitals are not locked. If you have forgotten your password, ask the school office for a new code.'

/**
 * Signs somebody in by name and password; with a second factor, as far as its page. Hashing takes its time between two
 * transactions, so that thirty teachers at ten to nine do not hold every connection.
 */
export async function signInWithPassword(
  { db, keys }: Pick<Core, 'db' | 'keys'>,
  schoolId: SchoolId,
  { login, password, shared, caller }: PasswordTry,
): Promise<SignedIn> {
  const door = signingIn(schoolId)
  const begun = await inSchool(db, door, async (tx) => {
    const account = await accountByLogin(tx, login)
    const tried = await beginTry(tx, keys, { proof: 'password', login, account, caller })
    return { tried, stored: account && (await passwordHashOf(tx, account.id)) }
  })
  const tried = refuseWaiting(begun.tried, 'username')
  if (!(await verifyPassword(keys.password, password, begun.stored))) {
    await inSchool(db, door, (tx) => tryWasWrong(tx, tried))
    throw new Refusal('invalid', WRONG, 'username')
  }
  const renewed = needsRehash(begun.stored ?? '') ? await hashPassword(keys.password, password) : null
  return inSchool(db, door, async (tx) => {
    await refuseChanged(tx, login, begun.stored)
    if (renewed) await storeRenewed(tx, tried, renewed)
    const whole = !(await hasSecondFactor(tx, accountOf(tried).id))
    await tryWasRight(tx, tried)
    const { id, person_id: person } = accountOf(tried)
    const grant = await startSession(tx, {
      person,
      account: id,
      kind: 'password',
      whole,
      shared,
      device: caller.device,
    })
    return { grant, mark: whole && !shared ? deviceMark(keys, accountOf(tried)) : null }
  })
}

/** While a password was being checked, its account may have ended or got another: then it proves nothing any more. */
async function refuseChanged(tx: Tx, login: string, checked: string | null): Promise<void> {
  const account = await accountByLogin(tx, login)
  if (!account || (await passwordHashOf(tx, account.id)) !== checked) throw new Refusal('invalid', WRONG, 'username')
}

function accountOf({ account }: Try): OpenAccount {
  if (!account) throw new Error('A password was right where there is no account')
  return account
}

const storeRenewed = (tx: Tx, tried: Try, hash: string): Promise<unknown> =>
  tables<AccessTables>(tx)
    .updateTable('account_password')
    .set({ hash })
    .where('account_id', '=', accountOf(tried).id)
    .execute()
