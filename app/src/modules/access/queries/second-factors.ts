import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { AccessTables, SecondFactorRow } from '../schema.js'

/** A second factor as its owner's page lists it. */
export type SecondFactor = Pick<SecondFactorRow, 'id' | 'kind' | 'label' | 'since' | 'last_used_at'>

/** The second factors of an account that are in use, oldest first. */
export const secondFactorsOf = (tx: ReadTx, account: string): Promise<readonly SecondFactor[]> =>
  tables<AccessTables>(tx)
    .selectFrom('second_factor')
    .select(['id', 'kind', 'label', 'since', 'last_used_at'])
    .where('account_id', '=', account)
    .where('until', 'is', null)
    .orderBy('since')
    .execute()

/** Whether an account can prove its owner in a second way. */
export const hasSecondFactor = async (tx: ReadTx, account: string): Promise<boolean> =>
  (await secondFactorsOf(tx, account)).length > 0
