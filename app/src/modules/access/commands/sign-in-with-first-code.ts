import type { Core } from '../../../kernel/core.js'
import { signingIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { SchoolId } from '../../../kernel/ids.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { accountByLogin } from '../queries/account-by-login.js'
import type { OpenAccount } from '../queries/account-by-login.js'
import { hasSecondFactor } from '../queries/second-factors.js'
import { opensFirstSignIn } from '../recovery/first-sign-in-code.js'
import type { AccessTables } from '../schema.js'
import type { SignedIn } from './sign-in-with-password.js'
import { startSession } from './start-session.js'
import { beginTry, refuseWaiting, tryWasRight, tryWasWrong } from './try.js'
import type { Caller } from './try.js'

export interface FirstCodeTry {
  readonly login: string
  readonly code: string
  readonly shared: boolean
  readonly caller: Caller
}

const WRONG_CODE =
  'That username and code do not open an account. Check both against your slip. A code works once and for a fortnight; the school office can print a new one.'

/** Opens an account with the code on its slip, which works once; what follows is the page for a new password. */
export async function signInWithFirstCode(
  { db, keys }: Pick<Core, 'db' | 'keys'>,
  schoolId: SchoolId,
  { login, code, shared, caller }: FirstCodeTry,
): Promise<SignedIn> {
  const outcome = await inSchool(db, signingIn(schoolId), async (tx) => {
    const account = await accountByLogin(tx, login)
    const tried = await beginTry(tx, keys, { proof: 'first-code', login, account, caller })
    if ('waits' in tried) return tried
    if (!(await spendFirstCode(tx, keys, account, code))) return tryWasWrong(tx, tried).then(() => null)
    await tryWasRight(tx, tried)
    return account && openWithCode(tx, account, { shared, device: caller.device })
  })
  if (outcome && 'waits' in outcome) refuseWaiting(outcome, 'username')
  if (!outcome || 'waits' in outcome) throw new Refusal('invalid', WRONG_CODE, 'username')
  return { grant: outcome, mark: null }
}

/** Deletes the code where it fits. Of two who type it at once, the database lets one delete it. */
export async function spendFirstCode(
  tx: Tx,
  keys: Pick<Keys, 'code'>,
  account: OpenAccount | null,
  typed: string,
): Promise<boolean> {
  const db = tables<AccessTables>(tx)
  const row = account
    ? await db
        .selectFrom('first_sign_in_code')
        .select(['hash', 'expires_at'])
        .where('account_id', '=', account.id)
        .executeTakeFirst()
    : undefined
  const stored = row ? { hash: row.hash, expires: row.expires_at } : null
  if (!opensFirstSignIn(keys.code, account?.id ?? 'nobody', typed, { stored, now: tx.now }) || !row) return false
  const { numDeletedRows: deleted } = await db
    .deleteFrom('first_sign_in_code')
    .where('hash', '=', row.hash)
    .executeTakeFirst()
  return deleted === 1n
}

async function openWithCode(
  tx: Tx,
  { id, person_id: person }: OpenAccount,
  { shared, device }: { readonly shared: boolean; readonly device: string },
) {
  await tables<AccessTables>(tx)
    .updateTable('account')
    .set((eb) => ({ must_change_since: eb.fn.coalesce('must_change_since', eb.val(tx.now)) }))
    .where('id', '=', id)
    .execute()
  const whole = !(await hasSecondFactor(tx, id))
  return startSession(tx, { person, account: id, kind: 'code', whole, shared, device })
}
