import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { webAuthn } from './web-authn.js'
import { CEREMONY_MS, type Passkey, SIGNATURES } from './passkey.js'
import type { RelyingParty } from './relying-party.js'

/** Who adds a passkey. */
export interface PasskeyHolder {
  /** Random bytes of the account, at most 64, that tell a browser which passkeys belong together; never a name or an address. */
  readonly handle: Buffer
  readonly username: string
  readonly name: string
  readonly passkeys: readonly Passkey[]
}

/**
 * What the page hands to the browser. The caller keeps `challenge` with the session, for one answer within
 * `CEREMONY_MS`. The device must check its holder by finger, face or PIN, and so a passkey is both factors at once. No
 * attestation is asked for: which make of phone a teacher has is none of our business.
 */
export async function addPasskeyOptions(
  party: RelyingParty,
  holder: PasskeyHolder,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webAuthn()
  return generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userID: new Uint8Array(holder.handle),
    userName: holder.username,
    userDisplayName: holder.name,
    timeout: CEREMONY_MS,
    attestationType: 'none',
    excludeCredentials: holder.passkeys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    supportedAlgorithmIDs: SIGNATURES,
  })
}

/** Checks the browser's answer (parsed JSON, not trusted). The passkey to store, or null when anything is not as asked. */
export async function acceptNewPasskey(
  party: RelyingParty,
  challenge: string,
  answer: unknown,
): Promise<Passkey | null> {
  try {
    const { verifyRegistrationResponse } = await webAuthn()
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: SIGNATURES,
    })
    if (!verified) return null
    const { credential, credentialBackedUp } = registrationInfo
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: knownTransports(credential.transports),
      backedUp: credentialBackedUp,
    }
  } catch {
    // The library throws for every answer it does not like, down to broken JSON; all are the same "no" to us.
    return null
  }
}

/** The browser's own list of ways, kept to words that the standard knows, since it is stored and sent back. */
function knownTransports(transports: readonly unknown[] = []): readonly string[] {
  const known = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']
  return known.filter((word) => transports.includes(word))
}
