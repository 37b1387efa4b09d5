import type { Core } from '../../../kernel/core.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { atTheDoor } from '../door.js'
import type { Surroundings } from '../password/own-words.js'
import { hashPassword, isReused } from '../password/password-hash.js'
import { passwordFaults } from '../password/password-rules.js'
import { weaknessOf } from '../password/strength.js'
import { accountById, passwordHashOf } from '../queries/account-by-login.js'
import { signInRules } from '../queries/sign-in-rules.js'
import type { SignInRules } from '../queries/sign-in-rules.js'
import type { RequestSession } from '../session/request-session.js'
import type { AccessTables } from '../schema.js'
import { signInSight } from '../sights.js'
import { endSessions } from './end-sessions.js'
import { deviceMark } from './try.js'

interface Before {
  readonly rules: SignInRules
  readonly surroundings: Surroundings
  /** The password in force and the earlier ones that may not come back, newest first. */
  readonly earlier: readonly string[]
}

/**
 * Sets a new password for the session's own account, ends its other sessions, and returns the new mark for the browser,
 * since the old marks died with the old password. Refuses, with all that is wrong, what the pack's rules or common sense
 * refuse. Hashing and the estimate of strength happen outside any transaction.
 */
export async function choosePassword(
  { db, keys }: Pick<Core, 'db' | 'keys'>,
  session: RequestSession,
  password: string,
): Promise<string | null> {
  const account = session.accountId
  if (!account) throw new Refusal('not-allowed', 'This account has no password.')
  const door = atTheDoor(session.actor)
  const before = await inSchool(db, door, (tx) => whatWas(tx, session, account))
  await refuseBadPassword(keys, password, before)
  const hash = await hashPassword(keys.password, password)
  return inSchool(db, door, async (tx) => {
    await storePassword(tx, account, hash, before.rules.password.reuse)
    await endSessions(tx, { person: session.personId, but: session.sessionId })
    const sight = await signInSight(tx, session.personId)
    await record(tx, { act: 'password.changed', about: { table: 'account', id: account }, sight })
    return session.shared ? null : deviceMark(keys, { id: account, password_changed_at: tx.now })
  })
}

/** What is wrong with a password that is being typed, or a sentence that it is strong. Reuse is told only when it is sent. */
export async function passwordAdvice(
  { db }: Pick<Core, 'db'>,
  session: RequestSession,
  password: string,
): Promise<string> {
  const account = session.accountId
  if (!account) return ''
  const { rules, surroundings } = await inSchool(db, atTheDoor(session.actor), (tx) => whatWas(tx, session, account))
  const faults = passwordFaults(password, rules.password)
  if (faults.length > 0) return faults.join(' ')
  return (await weaknessOf(password, surroundings)) ?? 'Strong enough.'
}

async function whatWas(tx: ReadTx, { name }: RequestSession, account: string): Promise<Before> {
  const rules = await signInRules(tx)
  const own = await accountById(tx, account)
  const school = await thisSchool(tx)
  const current = await passwordHashOf(tx, account)
  const old = await tables<AccessTables>(tx)
    .selectFrom('old_password')
    .select('hash')
    .where('account_id', '=', account)
    .orderBy('replaced_at', 'desc')
    .limit(rules.password.reuse)
    .execute()
  // The one in force is always refused: a change to itself is no change.
  const earlier = [...(current ? [current] : []), ...old.map(({ hash }) => hash)].slice(
    0,
    Math.max(1, rules.password.reuse),
  )
  return { rules, earlier, surroundings: { person: [name, own?.username ?? ''], school: [school.name] } }
}

async function refuseBadPassword(
  keys: Keys,
  password: string,
  { rules, surroundings, earlier }: Before,
): Promise<void> {
  const faults = passwordFaults(password, rules.password)
  if (faults.length > 0) throw new Refusal('invalid', faults.join(' '), 'new-password')
  const weakness = await weaknessOf(password, surroundings)
  if (weakness) throw new Refusal('invalid', weakness, 'new-password')
  if (await isReused(keys.password, password, earlier))
    throw new Refusal(
      'invalid',
      'You have used this password before. Choose one you have not used here.',
      'new-password',
    )
}

async function storePassword(tx: Tx, account: string, hash: string, reuse: number): Promise<void> {
  const db = tables<AccessTables>(tx)
  await retirePassword(tx, account)
  const schoolId = tx.actor.schoolId
  await db
    .insertInto('account_password')
    .values({ school_id: schoolId, account_id: account, hash, set_at: tx.now })
    .execute()
  await db
    .deleteFrom('old_password')
    .where('account_id', '=', account)
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('old_password as kept')
        .select('kept.id')
        .where('kept.account_id', '=', account)
        .orderBy('kept.replaced_at', 'desc')
        .limit(reuse),
    )
    .execute()
  await db.deleteFrom('first_sign_in_code').where('account_id', '=', account).execute()
  await db
    .updateTable('account')
    .set({ must_change_since: null, password_changed_at: tx.now })
    .where('id', '=', account)
    .execute()
}

/** Puts the password in force among the old ones: from now on it opens nothing. */
export async function retirePassword(tx: Tx, account: string): Promise<void> {
  const db = tables<AccessTables>(tx)
  const gone = await db
    .deleteFrom('account_password')
    .where('account_id', '=', account)
    .returning('hash')
    .executeTakeFirst()
  if (!gone) return
  await db
    .insertInto('old_password')
    .values({
      school_id: tx.actor.schoolId,
      id: newId(tx.now.epochMilliseconds),
      account_id: account,
      hash: gone.hash,
      replaced_at: tx.now,
    })
    .execute()
}
