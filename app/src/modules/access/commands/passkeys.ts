import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { acceptNewPasskey, addPasskeyOptions } from '../passkey/add-passkey.js'
import { CEREMONY_MS } from '../passkey/passkey.js'
import type { Passkey } from '../passkey/passkey.js'
import type { RelyingParty } from '../passkey/relying-party.js'
import { answeredPasskey, checkPasskey, usePasskeyOptions } from '../passkey/use-passkey.js'
import { accountById } from '../queries/account-by-login.js'
import type { OpenAccount } from '../queries/account-by-login.js'
import type { AccessTables, PasskeyChallengeRow, PasskeyRow } from '../schema.js'
import { addFactor } from './second-factors.js'
import type { Owner } from './second-factors.js'

/** A question for a browser's passkey: what its script is given, and the id under which the answer is expected. */
export interface Asked<Options> {
  readonly challenge: string
  readonly options: Options
}

/** What a browser sent back. `answer` is JSON as text, and nothing in it is trusted. */
export interface PasskeyAnswer {
  readonly challenge: string
  readonly answer: string
  /** The session that asked; null on the sign-in page. */
  readonly session: string | null
}

/** Asks a browser for a passkey: one of an account's, or whichever it has. */
export async function askForPasskey(
  tx: Tx,
  party: RelyingParty,
  session: string | null,
  account: string | null,
): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await usePasskeyOptions(party, account ? await passkeysOf(tx, account) : [])
  return { challenge: await keepChallenge(tx, 'use', session, options.challenge), options }
}

/** Asks a browser to make a passkey for somebody who is signed in. */
export async function askForNewPasskey(
  tx: Tx,
  party: RelyingParty,
  session: string,
  { account, name }: { readonly account: OpenAccount; readonly name: string },
): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> {
  const { handle, username } = account
  const passkeys = await passkeysOf(tx, account.id)
  const options = await addPasskeyOptions(party, { handle, username, name, passkeys })
  return { challenge: await keepChallenge(tx, 'add', session, options.challenge), options }
}

/** Stores the passkey that a browser made. Refuses an answer that is not as asked, too late, or given before. */
export async function addPasskey(
  tx: Tx,
  party: RelyingParty,
  owner: Owner & { readonly label: string },
  answered: PasskeyAnswer,
): Promise<void> {
  const challenge = await takeChallenge(tx, 'add', answered)
  const made = challenge && (await acceptNewPasskey(party, challenge, parsed(answered.answer)))
  if (!made) throw new Refusal('invalid', 'The passkey was not made. Start again, and follow what your device asks.')
  const id = await addFactor(tx, owner, { kind: 'passkey', label: owner.label })
  await tables<AccessTables>(tx)
    .insertInto('passkey')
    .values({
      school_id: tx.actor.schoolId,
      id,
      account_id: owner.account,
      credential_id: made.credentialId,
      public_key: made.publicKey,
      counter: made.counter,
      transports: [...made.transports],
      backed_up: made.backedUp,
    })
    .execute()
}

/** The account whose passkey answered rightly, or null. The passkey's counter moves on, so that an answer counts once. */
export async function takePasskey(tx: Tx, party: RelyingParty, answered: PasskeyAnswer): Promise<OpenAccount | null> {
  const challenge = await takeChallenge(tx, 'use', answered)
  const answer = parsed(answered.answer)
  const row = challenge ? await passkeyRow(tx, answeredPasskey(answer)) : undefined
  const used = row && challenge && (await checkPasskey(party, challenge, answer, passkeyFrom(row)))
  if (!row || !used) return null
  const db = tables<AccessTables>(tx)
  const { numUpdatedRows: moved } = await db
    .updateTable('passkey')
    .set({ counter: used.counter, backed_up: used.backedUp })
    .where('id', '=', row.id)
    .where('counter', '=', row.counter)
    .executeTakeFirst()
  if (moved !== 1n) return null
  await db.updateTable('second_factor').set({ last_used_at: tx.now }).where('id', '=', row.id).execute()
  return accountById(tx, row.account_id)
}

async function keepChallenge(
  tx: Tx,
  purpose: PasskeyChallengeRow['purpose'],
  session: string | null,
  challenge: string,
): Promise<string> {
  const id = newId(tx.now.epochMilliseconds)
  const expires_at = tx.now.add({ milliseconds: CEREMONY_MS })
  await tables<AccessTables>(tx)
    .insertInto('passkey_challenge')
    .values({ school_id: tx.actor.schoolId, id, purpose, session_id: session, challenge, expires_at })
    .execute()
  return id
}

/** The challenge of an answer, taken away with the asking: a second answer finds none. */
async function takeChallenge(
  tx: Tx,
  purpose: PasskeyChallengeRow['purpose'],
  { challenge, session }: PasskeyAnswer,
): Promise<string | null> {
  const taken = await tables<AccessTables>(tx)
    .deleteFrom('passkey_challenge')
    .where('id', '=', challenge)
    .where('purpose', '=', purpose)
    .where('session_id', session === null ? 'is' : '=', session)
    .where('expires_at', '>', tx.now)
    .returning('challenge')
    .executeTakeFirst()
  return taken?.challenge ?? null
}

const passkeyFrom = (row: PasskeyRow): Passkey => ({
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: row.counter,
  transports: row.transports,
  backedUp: row.backed_up,
})

async function passkeysOf(tx: ReadTx, account: string): Promise<readonly Passkey[]> {
  const rows = await tables<AccessTables>(tx)
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', account)
    .execute()
  return rows.map(passkeyFrom)
}

async function passkeyRow(tx: ReadTx, credential: string | null): Promise<PasskeyRow | undefined> {
  if (credential === null) return undefined
  return tables<AccessTables>(tx)
    .selectFrom('passkey')
    .selectAll()
    .where('credential_id', '=', credential)
    .executeTakeFirst()
}

/** JSON from outside, or null. A longer text is no browser's answer. */
function parsed(answer: string): unknown {
  if (answer.length > 20_000) return null
  try {
    return JSON.parse(answer) as unknown
  } catch {
    return null
  }
}
