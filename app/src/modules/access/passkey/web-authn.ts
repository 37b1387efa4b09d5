import type * as WebAuthn from '@simplewebauthn/server'

/**
 * The library that checks passkeys, loaded when the first one is used: with its certificates and CBOR it takes as long to
 * load as the rest of access, and most days nobody needs it.
 */
export const webAuthn = (): Promise<typeof WebAuthn> => import('@simplewebauthn/server')
