import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { AccessTables, SessionRow } from '../schema.js'
import { accountById } from './account-by-login.js'
import { secondFactorsOf } from './second-factors.js'
import type { SecondFactor } from './second-factors.js'

/** One's own account, without its secrets. */
export interface MyAccount {
  readonly id: string
  readonly username: string
  readonly passwordChangedAt: Temporal.Instant | null
  readonly recoveryCodesLeft: number
  readonly factors: readonly SecondFactor[]
}

/** The account of whoever is signed in, at the door, because recovery codes are counted nowhere else. */
export async function myAccount(tx: ReadTx, id: string): Promise<MyAccount | null> {
  const account = await accountById(tx, id)
  if (!account) return null
  const { count } = await tables<AccessTables>(tx)
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', id)
    .executeTakeFirstOrThrow()
  const factors = await secondFactorsOf(tx, id)
  const { username, password_changed_at: passwordChangedAt } = account
  return { id, username, passwordChangedAt, recoveryCodesLeft: Number(count), factors }
}

/** Where a person is signed in now, the device seen last first. Half-finished sign-ins are shown too: somebody has the password. */
export const sessionsOf = (
  tx: ReadTx,
  person: PersonId,
): Promise<readonly Pick<SessionRow, 'id' | 'device' | 'shared' | 'seen_at'>[]> =>
  tables<AccessTables>(tx)
    .selectFrom('session')
    .select(['id', 'device', 'shared', 'seen_at'])
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .limit(50)
    .execute()
