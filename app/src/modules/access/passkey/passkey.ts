/** A passkey as it is stored. Nothing in it is secret: the private half never leaves the holder's device. */
export interface Passkey {
  /** The credential's id, base64url. Unique over all schools. */
  readonly credentialId: string
  /** The public key, COSE. */
  readonly publicKey: Buffer
  /** How often it was used, by its own count; 0 for ever on devices that do not count. */
  readonly counter: number
  /** How the browser reached it ('internal', 'usb', 'hybrid'), to find it sooner next time. */
  readonly transports: readonly string[]
  /** Whether it is kept in its holder's cloud account, so that a lost phone does not lose it. */
  readonly backedUp: boolean
}

/**
 * COSE numbers of the signatures taken: Ed25519, ECDSA P-256 and RSA 2048, in order of preference. Every authenticator on
 * the market makes one of them.
 */
export const SIGNATURES = [-8, -7, -257]

/** How long a browser's window for a passkey stays open. The stored challenge should be forgotten as soon. */
export const CEREMONY_MS = 300_000
