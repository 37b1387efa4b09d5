import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { secondFactorsOf } from '../queries/second-factors.js'
import { signInRules } from '../queries/sign-in-rules.js'
import { newRecoveryCodes } from '../recovery/recovery-codes.js'
import type { AccessTables, SecondFactorRow } from '../schema.js'
import { checkTotp } from '../second-factor/totp.js'
import { signInSight } from '../sights.js'
import { seedOf } from './totp.js'

/** Whose second factors are changed: their own account, at the door. */
export interface Owner {
  readonly account: string
  readonly person: PersonId
}

/** Puts an authenticator app in use once a code from it is typed; it takes the place of an earlier app. */
export async function confirmTotp(tx: Tx, keys: Pick<Keys, 'vault'>, owner: Owner, typed: string): Promise<void> {
  const pending = await seedOf(tx, keys, owner.account, false)
  if (!pending)
    throw new Refusal('conflict', 'That picture has grown too old. Scan the new one, then type its code.', 'code')
  const proof = checkTotp(pending.seed, typed, tx.now, null)
  if (!proof)
    throw new Refusal(
      'invalid',
      'That is not the code your app shows now. Check the time on your phone, then type it again.',
      'code',
    )
  const db = tables<AccessTables>(tx)
  await db.deleteFrom('totp_seed').where('account_id', '=', owner.account).where('confirmed', '=', true).execute()
  await db
    .updateTable('totp_seed')
    .set({ confirmed: true, last_step: proof.step })
    .where('account_id', '=', owner.account)
    .execute()
  for (const { id, kind } of await secondFactorsOf(tx, owner.account)) if (kind === 'app') await endFactor(tx, id)
  await addFactor(tx, owner, { kind: 'app', label: 'Authenticator app' })
}

/** Adds a second factor's row and journals it. Returns its id. */
export async function addFactor(
  tx: Tx,
  { account, person }: Owner,
  { kind, label }: Pick<SecondFactorRow, 'kind' | 'label'>,
): Promise<string> {
  const id = newId(tx.now.epochMilliseconds)
  const row = { school_id: tx.actor.schoolId, id, account_id: account, person_id: person, kind, label }
  await tables<AccessTables>(tx)
    .insertInto('second_factor')
    .values({ ...row, since: tx.now, until: null, last_used_at: null })
    .execute()
  const about = { table: 'second_factor', id }
  await record(tx, {
    act: 'second-factor.added',
    about,
    sight: await signInSight(tx, person),
    details: { person, kind },
  })
  return id
}

const endFactor = (tx: Tx, id: string): Promise<unknown> =>
  tables<AccessTables>(tx).updateTable('second_factor').set({ until: tx.now }).where('id', '=', id).execute()

/** Takes one of somebody's own second factors out of use. Refuses the last one where their posts need one. */
export async function removeFactor(tx: Tx, owner: Owner, id: string): Promise<void> {
  const factors = await secondFactorsOf(tx, owner.account)
  const gone = factors.find((factor) => factor.id === id)
  if (!gone) throw new Refusal('not-found', 'That second step is not in use any more.')
  if (factors.length === 1 && (await signInRules(tx)).needsSecondFactor(tx.actor.posts))
    throw new Refusal('conflict', 'Your post needs a second step. Set up another one first, then remove this one.')
  await endFactor(tx, id)
  await forgetProof(tx, owner.account, gone)
  const sight = await signInSight(tx, owner.person)
  const details = { person: owner.person, kind: gone.kind }
  await record(tx, { act: 'second-factor.removed', about: { table: 'second_factor', id }, sight, details })
}

async function forgetProof(tx: Tx, account: string, { id, kind }: Pick<SecondFactorRow, 'id' | 'kind'>): Promise<void> {
  const db = tables<AccessTables>(tx)
  if (kind === 'passkey') await db.deleteFrom('passkey').where('id', '=', id).execute()
  else await db.deleteFrom('totp_seed').where('account_id', '=', account).execute()
}

/** Takes every second factor and recovery code of an account out of use. The caller journals why. */
export async function removeAllFactors(tx: Tx, account: string): Promise<void> {
  for (const factor of await secondFactorsOf(tx, account)) {
    await endFactor(tx, factor.id)
    await forgetProof(tx, account, factor)
  }
  await tables<AccessTables>(tx).deleteFrom('recovery_code').where('account_id', '=', account).execute()
}

/** Ten new recovery codes in place of all earlier ones, to show once. */
export async function makeRecoveryCodes(
  tx: Tx,
  keys: Pick<Keys, 'code'>,
  { account, person }: Owner,
): Promise<readonly string[]> {
  const { codes, hashes } = newRecoveryCodes(keys.code, account)
  const db = tables<AccessTables>(tx)
  await db.deleteFrom('recovery_code').where('account_id', '=', account).execute()
  await db
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ school_id: tx.actor.schoolId, account_id: account, hash })))
    .execute()
  const about = { table: 'account', id: account }
  await record(tx, { act: 'recovery-codes.made', about, sight: await signInSight(tx, person), details: { person } })
  return codes
}
