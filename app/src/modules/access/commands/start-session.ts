import { deadline } from '../../../kernel/calendar/deadline.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { calendarOf } from '../../people/index.js'
import { signInRules } from '../queries/sign-in-rules.js'
import type { SessionGrant } from '../session/session-grant.js'
import type { AccessTables, SessionKind, SessionRow } from '../schema.js'
import { newSessionToken } from '../session/session-token.js'
import { signInSight } from '../sights.js'

export interface StartSession {
  readonly person: PersonId
  readonly account: string | null
  readonly kind: SessionKind
  /** Whether nothing more has to be proved. */
  readonly whole: boolean
  readonly shared: boolean
  /** 'Chrome on Windows'. */
  readonly device: string
}

/** Begins a session at the door and returns what its browser carries. Only a whole one is a sign-in for the journal. */
export async function startSession(tx: Tx, start: StartSession): Promise<SessionGrant> {
  const id = newId(tx.now.epochMilliseconds)
  await tables<AccessTables>(tx)
    .insertInto('session')
    .values({
      school_id: tx.actor.schoolId,
      id,
      account_id: start.account,
      person_id: start.person,
      kind: start.kind,
      device: start.device,
      shared: start.shared,
      started_at: tx.now,
      whole_at: start.whole ? tx.now : null,
      seen_at: tx.now,
      proved_at: start.whole ? tx.now : null,
      ended_at: null,
    })
    .execute()
  if (start.whole) await noteSignIn(tx, { id, account_id: start.account, person_id: start.person, kind: start.kind })
  return grantToken(tx, { id, shared: start.shared, started_at: tx.now })
}

/** Writes a completed sign-in into the journal and onto the account. */
export async function noteSignIn(
  tx: Tx,
  session: Pick<SessionRow, 'id' | 'account_id' | 'person_id' | 'kind'>,
): Promise<void> {
  const { id, account_id, person_id: person, kind } = session
  if (account_id)
    await tables<AccessTables>(tx)
      .updateTable('account')
      .set({ last_signed_in_at: tx.now })
      .where('id', '=', account_id)
      .execute()
  const sight = await signInSight(tx, person)
  const details = { person, kind, account: account_id }
  await record(tx, { act: 'sign-in.succeeded', about: { table: 'session', id }, sight, details })
}

/** A new token for a session, in place of any it had: one planted or copied before is worth nothing from now on. */
export async function grantToken(
  tx: Tx,
  session: Pick<SessionRow, 'id' | 'shared' | 'started_at'>,
): Promise<SessionGrant> {
  const { token, hash } = newSessionToken()
  const db = tables<AccessTables>(tx)
  await db.deleteFrom('session_token').where('session_id', '=', session.id).execute()
  await db.insertInto('session_token').values({ school_id: tx.actor.schoolId, hash, session_id: session.id }).execute()
  const [{ session: rules }, calendar] = [await signInRules(tx), await calendarOf(tx)]
  const lasts = tx.now.until(deadline(calendar, session.started_at, rules.absolute))
  return { schoolId: tx.actor.schoolId, token, shared: session.shared, lasts }
}
