import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { webAuthn } from './web-authn.js'
import { CEREMONY_MS, type Passkey } from './passkey.js'
import type { RelyingParty } from './relying-party.js'

/**
 * What the sign-in or step-up page hands to the browser; the caller keeps `challenge`, for one answer. On the sign-in page
 * pass no passkeys: the browser then offers those it has, and nobody learns from us which accounts have one.
 */
export async function usePasskeyOptions(
  party: RelyingParty,
  passkeys: readonly Passkey[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webAuthn()
  return generateAuthenticationOptions({
    rpID: party.id,
    timeout: CEREMONY_MS,
    userVerification: 'required',
    ...(passkeys.length > 0 && {
      allowCredentials: passkeys.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
    }),
  })
}

/** The id of the passkey that a browser answers with (parsed JSON, not trusted), to look it up; null when it has none. */
export function answeredPasskey(answer: unknown): string | null {
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : null
  return typeof id === 'string' && /^[\w-]{1,1400}$/.test(id) ? id : null
}

/**
 * Checks the browser's answer against the stored passkey. The passkey to store in its place, with its new counter, or
 * null: a wrong signature, challenge, origin or holder, or a counter that does not move, which means a copied device.
 */
export async function checkPasskey(
  party: RelyingParty,
  challenge: string,
  answer: unknown,
  passkey: Passkey,
): Promise<Passkey | null> {
  if (answeredPasskey(answer) !== passkey.credentialId) return null
  try {
    const { verifyAuthenticationResponse } = await webAuthn()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
        transports: [...passkey.transports],
      },
    })
    if (!verified) return null
    return { ...passkey, counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp }
  } catch {
    // As in acceptNewPasskey: the library throws where we say no.
    return null
  }
}
