import type { Temporal } from 'temporal-polyfill'
import { publicIn } from '../../../kernel/actor.js'
import type { Core } from '../../../kernel/core.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId, SchoolId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { linkSecret } from '../../../kernel/link-secret.js'
import { thisSchool } from '../../../kernel/school.js'
import { tell } from '../../communications/index.js'
import { activePack } from '../../policy/index.js'
import type { AgreementTables, InvitationRow } from '../schema.js'
import { agreementSight } from '../sights.js'
import { asPrinted, LETTER_BODY, newCheckedCode, secretHash } from '../typed-code.js'

/** Four weeks: over a half term, and short enough for a letter lost in a bag. */
const VALID_DAYS = 28
/** Wrong answers to the one question, after which an invitation closes. */
export const MOST_WRONG = 5

export const invitationHash = (keys: Pick<Keys, 'receipt'>, school: SchoolId, secret: string): string =>
  secretHash(keys.receipt, school, 'invitation', secret)

interface Inviting {
  readonly kind: 'link' | 'letter'
  readonly child: PersonId
  readonly adult: PersonId | null
  readonly secret: string
  readonly id: string
}

async function write(tx: Tx, keys: Pick<Keys, 'receipt'>, { kind, child, adult, secret, id }: Inviting): Promise<void> {
  const db = tables<AgreementTables>(tx)
  // The newest paper or link is the one that works: an older one, lost or passed on, closes.
  let older = db
    .updateTable('signing_invitation')
    .set({ closed_at: tx.now, closed_why: 'replaced' })
    .where('child_id', '=', child)
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .where('used_at', 'is', null)
  older = adult === null ? older.where('adult_id', 'is', null) : older.where('adult_id', '=', adult)
  await older.execute()
  await db
    .insertInto('signing_invitation')
    .values({
      school_id: tx.actor.schoolId,
      id,
      kind,
      child_id: child,
      adult_id: adult,
      secret_hash: invitationHash(keys, tx.actor.schoolId, kind === 'letter' ? asPrinted(secret) : secret),
      issued_by: tx.actor.personId,
      issued_at: tx.now,
      expires_at: tx.now.add({ hours: VALID_DAYS * 24 }),
      opened_at: null,
      browser_hash: null,
      wrong_answers: 0,
      used_at: null,
      closed_at: null,
      closed_why: null,
    })
    .execute()
}

/** Sends a parent a link that opens once. The mail says that something waits to be signed, and nothing of whom. */
export async function sendLink(tx: Tx, keys: Pick<Keys, 'receipt'>, child: PersonId, adult: PersonId): Promise<string> {
  const id = newId(tx.now.epochMilliseconds) as string
  await write(tx, keys, { kind: 'link', child, adult, secret: linkSecret(keys, id), id })
  const { pack } = await activePack(tx)
  const about = { table: 'signing_invitation', id }
  const sight = agreementSight(pack, adult)
  const { slug } = await thisSchool(tx)
  await tell(tx, { persons: [adult], kind: 'agreement-to-sign', about, url: `/sign/${slug}/:secret`, sight })
  await record(tx, { act: 'signing.invited', about, sight, details: { kind: 'link', child } })
  return id
}

/** A code for a child's letter home; it is printed once and kept nowhere. */
export async function writeLetter(
  tx: Tx,
  keys: Pick<Keys, 'receipt'>,
  child: PersonId,
): Promise<{ readonly code: string }> {
  const id = newId(tx.now.epochMilliseconds) as string
  const code = newCheckedCode(LETTER_BODY)
  await write(tx, keys, { kind: 'letter', child, adult: null, secret: code, id })
  const { pack } = await activePack(tx)
  const about = { table: 'signing_invitation', id }
  await record(tx, { act: 'signing.invited', about, sight: agreementSight(pack), details: { kind: 'letter', child } })
  return { code }
}

/** Why an invitation opens nothing, or null where it does. Each has its own kind words on the page. */
export type Shut = 'unknown' | 'expired' | 'used' | 'closed' | 'replaced' | 'other-browser'

export function shutBy(row: InvitationRow | null, now: Temporal.Instant, browser: string | null): Shut | null {
  if (!row) return 'unknown'
  if (row.used_at) return 'used'
  if (row.closed_at) return row.closed_why === 'replaced' ? 'replaced' : 'closed'
  if (row.expires_at.epochMilliseconds <= now.epochMilliseconds) return 'expired'
  return row.browser_hash !== null && row.browser_hash !== browser ? 'other-browser' : null
}

/** An invitation by the hash of its secret, as whoever carries that may see it. */
export const findInvitation = (
  { db }: Pick<Core, 'db'>,
  school: SchoolId,
  hash: string,
): Promise<InvitationRow | null> =>
  reading(db, publicIn(school, hash), async (tx) => {
    const row = await tables<AgreementTables>(tx)
      .selectFrom('signing_invitation')
      .selectAll()
      .where('secret_hash', '=', hash)
      .executeTakeFirst()
    return row ?? null
  })

/** The right answer binds an invitation to this browser; a wrong one is counted, and the last one allowed closes it. */
export const answered = (
  core: Pick<Core, 'db'>,
  school: SchoolId,
  hash: string,
  right: { readonly browser: string } | null,
) =>
  inSchool(core.db, publicIn(school, hash), async (tx) => {
    const db = tables<AgreementTables>(tx)
    const open = db.updateTable('signing_invitation').where('secret_hash', '=', hash).where('used_at', 'is', null)
    if (right) {
      const bound = await open
        .set({ browser_hash: right.browser, opened_at: tx.now })
        .where('closed_at', 'is', null)
        .where((eb) => eb.or([eb('browser_hash', 'is', null), eb('browser_hash', '=', right.browser)]))
        .executeTakeFirst()
      return bound.numUpdatedRows > 0n
    }
    await open.set((eb) => ({ wrong_answers: eb('wrong_answers', '+', 1) })).execute()
    await open
      .set({ closed_at: tx.now, closed_why: 'too many wrong answers' })
      .where('wrong_answers', '>=', MOST_WRONG)
      .where('closed_at', 'is', null)
      .execute()
    return false
  })

/** Holds an invitation for this transaction: of two uses at once the second waits, and is told false where the first used it up. */
export async function holdInvitation(tx: Tx, id: string): Promise<boolean> {
  const row = await tables<AgreementTables>(tx)
    .selectFrom('signing_invitation')
    .select(['used_at', 'closed_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined && row.used_at === null && row.closed_at === null
}

/** Marks an invitation used, once. */
export async function useInvitation(tx: Tx, id: string): Promise<void> {
  await tables<AgreementTables>(tx)
    .updateTable('signing_invitation')
    .set({ used_at: tx.now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .execute()
}
