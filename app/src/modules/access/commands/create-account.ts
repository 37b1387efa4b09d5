import { randomBytes } from 'node:crypto'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import { lastDaysOf, personCards } from '../../people/index.js'
import { newFirstSignInCode } from '../recovery/first-sign-in-code.js'
import type { AccessTables } from '../schema.js'
import { normalLogin } from '../session/attempt-buckets.js'
import { signInSight } from '../sights.js'

export interface NewAccount {
  readonly person: PersonId
  /** A name of their own, or their e-mail address. */
  readonly username: string
}

/** Letters, figures and what e-mail addresses have besides; no spaces, which nobody sees when typing. */
const USERNAME = /^[\p{L}\p{Nd}][\p{L}\p{Nd}.@_'+-]{1,99}$/u

/**
 * Gives an adult a way in and returns the code for their first sign-in, to print once: it works for a fortnight. The
 * actor keeps the accounts, sets up the school, or is the worker. Refuses a username or a person that has an account.
 */
export async function createAccount(
  tx: Tx,
  keys: Pick<Keys, 'code'>,
  { person, username: typed }: NewAccount,
): Promise<string> {
  const username = normalLogin(typed)
  if (!USERNAME.test(username))
    throw new Refusal('invalid', 'A username has letters, figures, dots or hyphens and no spaces.', 'username')
  await refuseChildrenAndLeavers(tx, person)
  const id = newId(tx.now.epochMilliseconds)
  await insertAccount(tx, { id, person, username })
  const { code, stored } = newFirstSignInCode(keys.code, id, tx.now)
  await tables<AccessTables>(tx)
    .insertInto('first_sign_in_code')
    .values({ school_id: tx.actor.schoolId, account_id: id, hash: stored.hash, expires_at: stored.expires })
    .execute()
  const sight = await signInSight(tx, person)
  await record(tx, { act: 'account.created', about: { table: 'account', id }, sight, details: { person } })
  return code
}

/** A pupil signs in to nothing of ours; parents act by links and letters. */
async function refuseChildrenAndLeavers(tx: Tx, person: PersonId): Promise<void> {
  const card = (await personCards(tx, [person])).get(person)
  if (!card) throw new Refusal('not-found', 'Nobody of this school was chosen. Search for the person again.', 'person')
  if (card.kind === 'pupil' || card.kind === 'parent')
    throw new Refusal('invalid', 'Accounts are for the adults who work or govern here.', 'person')
  const last = (await lastDaysOf(tx, [person])).get(person)
  if (last && last.toString() < londonDate(tx.now).toString())
    throw new Refusal(
      'invalid',
      'That person has left. Take their last day away first if they have come back.',
      'person',
    )
}

async function insertAccount(
  tx: Tx,
  { id, person, username }: { readonly id: string; readonly person: PersonId; readonly username: string },
): Promise<void> {
  const { numInsertedOrUpdatedRows: inserted } = await tables<AccessTables>(tx)
    .insertInto('account')
    .values({
      school_id: tx.actor.schoolId,
      id,
      person_id: person,
      username,
      handle: randomBytes(32),
      created_at: tx.now,
      created_by: tx.actor.personId,
      must_change_since: tx.now,
      password_changed_at: null,
      last_signed_in_at: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted === 1n) return
  throw new Refusal(
    'conflict',
    'That person has an account already, or somebody else signs in with this username. Choose another.',
    'username',
  )
}
