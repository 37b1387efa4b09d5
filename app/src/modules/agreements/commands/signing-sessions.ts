import type { Temporal } from 'temporal-polyfill'
import { publicIn } from '../../../kernel/actor.js'
import type { Core } from '../../../kernel/core.js'
import { reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { linkSecret } from '../../../kernel/link-secret.js'
import { Refusal } from '../../../kernel/refusal.js'
import { calendarOf } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { endsByItself } from '../ends-by-itself.js'
import type { AgreementTables, SigningSessionRow } from '../schema.js'
import { agreementSight } from '../sights.js'
import { asPrinted, newCheckedCode, secretHash, SESSION_BODY } from '../typed-code.js'
import { agreementIn } from './sign.js'

/** A tablet keeps what was signed on it until it is taken in: this long after the session, it still is. */
const LATE_HOURS = 7 * 24

export interface StartedSession {
  readonly id: string
  /** Shown once, to be typed on the tablet. */
  readonly code: string
}

const hashOfCode = (keys: Pick<Keys, 'receipt'>, school: SchoolId, code: string): string =>
  secretHash(keys.receipt, school, 'session code', asPrinted(code))
const hashOfToken = (keys: Pick<Keys, 'receipt'>, school: SchoolId, token: string): string =>
  secretHash(keys.receipt, school, 'session token', token)

/** What a tablet's cookie carries for a session: found again from its id, kept in no table. */
export const sessionToken = (keys: Pick<Keys, 'receipt'>, id: string): string => linkSecret(keys, `session ${id}`)

/** Starts a lesson's signing for a class, or the desk's day. It ends by itself when school does. */
export async function startSession(
  tx: Tx,
  keys: Pick<Keys, 'receipt'>,
  {
    kind,
    classCode,
    agreement,
  }: { readonly kind: 'class' | 'desk'; readonly classCode: string | null; readonly agreement: string | null },
): Promise<StartedSession> {
  const { pack } = await activePack(tx)
  if (agreement !== null) agreementIn(pack, agreement)
  if (!tx.actor.personId) throw new Refusal('not-allowed', 'Sign in to start this.')
  const id = newId(tx.now.epochMilliseconds) as string
  const code = newCheckedCode(SESSION_BODY)
  const { schoolId } = tx.actor
  await tables<AgreementTables>(tx)
    .insertInto('signing_session')
    .values({
      school_id: schoolId,
      id,
      kind,
      class_code: classCode,
      agreement,
      started_by: tx.actor.personId,
      started_at: tx.now,
      ends_at: endsByItself(await calendarOf(tx), tx.now, 'same school day'),
      ended_at: null,
      code_hash: hashOfCode(keys, schoolId, code),
      token_hash: hashOfToken(keys, schoolId, sessionToken(keys, id)),
    })
    .execute()
  const about = { table: 'signing_session', id }
  await record(tx, { act: 'signing.started', about, sight: agreementSight(pack, tx.actor.personId), details: { kind } })
  return { id, code }
}

/** Ends a session: its code opens nothing from now on. */
export async function endSession(tx: Tx, id: string): Promise<void> {
  await tables<AgreementTables>(tx)
    .updateTable('signing_session')
    .set({ ended_at: tx.now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** A session that a tablet is in. */
export interface OpenTablet {
  readonly session: SigningSessionRow
  readonly hash: string
  /** Whether new people may sign; false for a session that is over, whose kept signatures are still taken in. */
  readonly open: boolean
}

const isOpen = ({ ended_at, ends_at }: SigningSessionRow, now: Temporal.Instant): boolean =>
  ended_at === null && ends_at.epochMilliseconds > now.epochMilliseconds

async function foundBy(
  tx: ReadTx,
  column: 'code_hash' | 'token_hash',
  hash: string,
): Promise<SigningSessionRow | null> {
  const row = await tables<AgreementTables>(tx)
    .selectFrom('signing_session')
    .selectAll()
    .where(column, '=', hash)
    .executeTakeFirst()
  return row ?? null
}

/** The session that a typed code opens, or null. */
export async function sessionByCode(
  { db, keys }: Core,
  school: SchoolId,
  code: string,
): Promise<SigningSessionRow | null> {
  const hash = hashOfCode(keys, school, code)
  return reading(db, publicIn(school, hash), async (tx) => {
    const row = await foundBy(tx, 'code_hash', hash)
    return row && isOpen(row, tx.now) ? row : null
  })
}

/** The session whose token a tablet carries, or null where it is unknown or long over. */
export async function sessionByToken({ db, keys }: Core, school: SchoolId, token: string): Promise<OpenTablet | null> {
  const hash = hashOfToken(keys, school, token)
  return reading(db, publicIn(school, hash), async (tx) => {
    const session = await foundBy(tx, 'token_hash', hash)
    if (!session) return null
    const over = session.ended_at ?? session.ends_at
    if (over.add({ hours: LATE_HOURS }).epochMilliseconds < tx.now.epochMilliseconds) return null
    return { session, hash, open: isOpen(session, tx.now) }
  })
}
