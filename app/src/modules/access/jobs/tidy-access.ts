import { signingIn, workerIn } from '../../../kernel/actor.js'
import type { Core } from '../../../kernel/core.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { endAccount } from '../commands/end-account.js'
import { goneAmong, openSessions } from '../queries/sessions-past-their-end.js'
import type { AccessTables } from '../schema.js'

/** Ended sessions are kept for a year, to show who was signed in when; failures are forgotten after two days. */
const SESSION_DAYS = 365
const ATTEMPT_DAYS = 2

/** Writes down sessions that are over, ends what leavers have, and forgets what no longer serves. Safe to run at any time. */
export async function tidyAccess({ db }: Core, schoolId: SchoolId): Promise<void> {
  await inSchool(db, workerIn(schoolId), async (tx) => {
    await endOverdue(tx)
    await endLeavers(tx)
  })
  await inSchool(db, signingIn(schoolId), forgetSecrets)
  await inSchool(db, workerIn(schoolId), (tx) =>
    tables<AccessTables>(tx)
      .deleteFrom('session')
      .where('ended_at', '<', tx.now.subtract({ hours: SESSION_DAYS * 24 }))
      .execute(),
  )
}

async function endOverdue(tx: Tx): Promise<void> {
  const over = (await openSessions(tx)).filter(({ ends }) => ends.epochMilliseconds <= tx.now.epochMilliseconds)
  for (const { id, ends } of over)
    await tables<AccessTables>(tx).updateTable('session').set({ ended_at: ends }).where('id', '=', id).execute()
}

async function endLeavers(tx: Tx): Promise<void> {
  const accounts = await tables<AccessTables>(tx)
    .selectFrom('account')
    .select('person_id')
    .where('ended_at', 'is', null)
    .execute()
  for (const person of await goneAmong(
    tx,
    accounts.map(({ person_id }) => person_id),
  ))
    await endAccount(tx, person)
}

/** Tokens of ended sessions, questions nobody answered, codes out of date, old failures, and what ended accounts kept. */
async function forgetSecrets(tx: Tx): Promise<void> {
  const db = tables<AccessTables>(tx)
  const ended = db.selectFrom('session').select('id').where('ended_at', 'is not', null)
  await db.deleteFrom('session_token').where('session_id', 'in', ended).execute()
  await db.deleteFrom('passkey_challenge').where('expires_at', '<=', tx.now).execute()
  await db.deleteFrom('first_sign_in_code').where('expires_at', '<=', tx.now).execute()
  const before = tx.now.subtract({ hours: ATTEMPT_DAYS * 24 })
  await db.deleteFrom('sign_in_attempt').where('last_at', '<', before).execute()
  const gone = db.selectFrom('account').select('id').where('ended_at', 'is not', null)
  for (const table of secrets) await db.deleteFrom(table).where('account_id', 'in', gone).execute()
}

const secrets = [
  'account_password',
  'old_password',
  'totp_seed',
  'passkey',
  'recovery_code',
  'first_sign_in_code',
] as const
