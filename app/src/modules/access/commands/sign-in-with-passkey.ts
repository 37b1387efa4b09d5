import type { Tx } from '../../../kernel/db/tx.js'
import type { Keys } from '../../../kernel/keys.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { RelyingParty } from '../passkey/relying-party.js'
import { finishSecondStep } from './finish-second-step.js'
import { takePasskey } from './passkeys.js'
import type { PasskeyAnswer } from './passkeys.js'
import type { SignedIn } from './sign-in-with-password.js'
import { startSession } from './start-session.js'
import { deviceMark } from './try.js'

export const NO_PASSKEY = 'That passkey does not open an account here. Try again, or sign in with your password.'

export interface PasskeySignIn {
  readonly party: RelyingParty
  readonly answered: PasskeyAnswer
  readonly shared: boolean
  readonly device: string
}

/**
 * Signs somebody in with nothing but a passkey, which is both factors at once; null when its answer was wrong. Returned,
 * not thrown, so that the challenge stays used.
 */
export async function signInWithPasskey(
  tx: Tx,
  keys: Pick<Keys, 'device'>,
  { party, answered, shared, device }: PasskeySignIn,
): Promise<SignedIn | null> {
  const account = await takePasskey(tx, party, answered)
  if (!account) return null
  const start = {
    person: account.person_id,
    account: account.id,
    kind: 'passkey',
    whole: true,
    shared,
    device,
  } as const
  return { grant: await startSession(tx, start), mark: shared ? null : deviceMark(keys, account) }
}

/** Takes a passkey as the second step of a sign-in by password; null when it was wrong or somebody else's. */
export async function secondStepWithPasskey(
  tx: Tx,
  keys: Pick<Keys, 'device'>,
  { party, answered }: Pick<PasskeySignIn, 'party' | 'answered'>,
  account: string,
): Promise<SignedIn | null> {
  const found = await takePasskey(tx, party, answered)
  if (found?.id !== account || answered.session === null) return null
  return finishSecondStep(tx, keys, answered.session, 'passkey')
}

/** The refusal for an answer that opened nothing. */
export function refuseNoPasskey<Outcome>(outcome: Outcome | null): Outcome {
  if (outcome === null) throw new Refusal('invalid', NO_PASSKEY)
  return outcome
}
