import type { Core } from '../../../kernel/core.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { atTheDoor } from '../door.js'
import { accountById } from '../queries/account-by-login.js'
import { spendRecoveryCode } from '../recovery/recovery-codes.js'
import type { RequestSession } from '../session/request-session.js'
import type { AccessTables } from '../schema.js'
import { finishSecondStep } from './finish-second-step.js'
import type { SecondProof } from './finish-second-step.js'
import type { SignedIn } from './sign-in-with-password.js'
import { takeTotp } from './totp.js'
import { beginTry, refuseWaiting, tryWasRight, tryWasWrong } from './try.js'
import type { Caller } from './try.js'

const WRONG_STEP =
  'That code is not right, or was used already. Wait for the next one in your app, or type a recovery code from your card.'

/** Takes the code from somebody's app, or one of their recovery codes, and lets them in. */
export async function takeSecondStep(
  { db, keys }: Pick<Core, 'db' | 'keys'>,
  session: RequestSession,
  typed: string,
  caller: Caller,
): Promise<SignedIn> {
  const outcome = await inSchool(db, atTheDoor(session.actor), async (tx) => {
    const account = session.accountId ? await accountById(tx, session.accountId) : null
    if (!account) return null
    const tried = await beginTry(tx, keys, { proof: 'second-step', login: account.username, account, caller })
    if ('waits' in tried) return tried
    const proof = await proofIn(tx, keys, account.id, typed)
    if (!proof) return tryWasWrong(tx, tried).then(() => null)
    await tryWasRight(tx, tried)
    return finishSecondStep(tx, keys, session.sessionId, proof)
  })
  if (outcome && 'waits' in outcome) refuseWaiting(outcome, 'code')
  if (!outcome || 'waits' in outcome) throw new Refusal('invalid', WRONG_STEP, 'code')
  return outcome
}

/** Six figures are an app's code; anything else can only be a recovery code. */
async function proofIn(
  tx: Tx,
  keys: Pick<Keys, 'vault' | 'code'>,
  account: string,
  typed: string,
): Promise<SecondProof | null> {
  if (/^\d{6}$/.test(typed.replace(/\s/g, ''))) return (await takeTotp(tx, keys, account, typed)) ? 'app' : null
  return (await takeRecoveryCode(tx, keys, account, typed)) ? 'recovery-code' : null
}

/** Uses a recovery code up. Of two who send one code at once, the database lets one delete it. */
export async function takeRecoveryCode(
  tx: Tx,
  keys: Pick<Keys, 'code'>,
  account: string,
  typed: string,
): Promise<boolean> {
  const db = tables<AccessTables>(tx)
  const rows = await db.selectFrom('recovery_code').select('hash').where('account_id', '=', account).execute()
  const stored = rows.map(({ hash }) => hash)
  const left = spendRecoveryCode(keys.code, account, typed, stored)
  const spent = left && stored.find((hash) => !left.includes(hash))
  if (!spent) return false
  const { numDeletedRows: deleted } = await db
    .deleteFrom('recovery_code')
    .where('account_id', '=', account)
    .where('hash', '=', spent)
    .executeTakeFirst()
  return deleted === 1n
}
