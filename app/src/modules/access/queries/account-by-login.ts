import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { postsOf } from '../../people/index.js'
import type { AccessTables, AccountRow } from '../schema.js'
import { normalLogin } from '../session/attempt-buckets.js'

/** An account in use. */
export type OpenAccount = Pick<
  AccountRow,
  'id' | 'person_id' | 'username' | 'handle' | 'must_change_since' | 'password_changed_at'
>

const columns = ['id', 'person_id', 'username', 'handle', 'must_change_since', 'password_changed_at'] as const

/** The account that a typed name opens, or null: unknown, ended, or its owner is not of the school today. */
export async function accountByLogin(tx: ReadTx, login: string): Promise<OpenAccount | null> {
  const found = await tables<AccessTables>(tx)
    .selectFrom('account')
    .select(columns)
    .where('username', '=', normalLogin(login))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return found ? ownerIsHere(tx, found) : null
}

/** The same by its id. */
export async function accountById(tx: ReadTx, id: string): Promise<OpenAccount | null> {
  const found = await tables<AccessTables>(tx)
    .selectFrom('account')
    .select(columns)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return found ? ownerIsHere(tx, found) : null
}

const ownerIsHere = async (tx: ReadTx, account: OpenAccount): Promise<OpenAccount | null> =>
  (await postsOf(tx, account.person_id)).size > 0 ? account : null

/** The hash of an account's password, or null where none was chosen yet. Only at the door. */
export async function passwordHashOf(tx: ReadTx, account: string): Promise<string | null> {
  const row = await tables<AccessTables>(tx)
    .selectFrom('account_password')
    .select('hash')
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row?.hash ?? null
}
