import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import type { Keys } from '../../../kernel/keys.js'
import { decrypt, encrypt } from '../../../kernel/vault.js'
import { checkTotp, newTotpSeed } from '../second-factor/totp.js'
import type { AccessTables } from '../schema.js'

/** A seed that nobody confirmed within this time is thrown away when the page is opened again. */
const PENDING_HOURS = 1

interface Seed {
  readonly seed: string
  readonly lastStep: number | null
}

/** The seed of an account's app, confirmed or waiting to be, decrypted; null when there is none. */
export async function seedOf(
  tx: ReadTx,
  keys: Pick<Keys, 'vault'>,
  account: string,
  confirmed: boolean,
): Promise<Seed | null> {
  const row = await tables<AccessTables>(tx)
    .selectFrom('totp_seed')
    .select(['seed', 'last_step'])
    .where('account_id', '=', account)
    .where('confirmed', '=', confirmed)
    .where((eb) => (confirmed ? eb.lit(true) : eb('made_at', '>', tx.now.subtract({ hours: PENDING_HOURS }))))
    .executeTakeFirst()
  if (!row) return null
  return { seed: decrypt(keys.vault, row.seed, about(account)).toString(), lastStep: row.last_step }
}

/** The seed that waits for its first code: the one shown before, or a new one. */
export async function pendingSeed(tx: Tx, keys: Pick<Keys, 'vault'>, account: string): Promise<string> {
  const waiting = await seedOf(tx, keys, account, false)
  if (waiting) return waiting.seed
  const seed = newTotpSeed()
  const stored = encrypt(keys.vault, Buffer.from(seed), about(account))
  await tables<AccessTables>(tx)
    .insertInto('totp_seed')
    .values({
      school_id: tx.actor.schoolId,
      account_id: account,
      confirmed: false,
      seed: stored,
      last_step: null,
      made_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'account_id', 'confirmed']).doUpdateSet({ seed: stored, made_at: tx.now }),
    )
    .execute()
  return seed
}

/** Takes a code of the confirmed app. Each step is taken once: of two who send one code at once, one is refused. */
export async function takeTotp(tx: Tx, keys: Pick<Keys, 'vault'>, account: string, typed: string): Promise<boolean> {
  const stored = await seedOf(tx, keys, account, true)
  const proof = stored && checkTotp(stored.seed, typed, tx.now, stored.lastStep)
  if (!proof) return false
  const { numUpdatedRows: taken } = await tables<AccessTables>(tx)
    .updateTable('totp_seed')
    .set({ last_step: proof.step })
    .where('account_id', '=', account)
    .where('confirmed', '=', true)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', proof.step)]))
    .executeTakeFirst()
  if (taken !== 1n) return false
  await tables<AccessTables>(tx)
    .updateTable('second_factor')
    .set({ last_used_at: tx.now })
    .where('account_id', '=', account)
    .where('kind', '=', 'app')
    .where('until', 'is', null)
    .execute()
  return true
}

/** Binds the encrypted seed to its account: copied to another row it cannot be opened. */
const about = (account: string): string => `totp ${account}`
