import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Temporal } from 'temporal-polyfill'

/**
 * Codes of six digits from an app on the holder's phone (RFC 6238). SHA-1, six digits and thirty seconds are not a choice:
 * the usual apps ignore anything else that the QR code says, and then never match.
 */
const SHAPE = { algorithm: 'sha1', digits: 6, period: 30 } as const
/** One step early or late is taken, for phones whose clock is off; RFC 6238, section 5.2, advises no more. */
const DRIFT_SECONDS = 30
/** 160 bits, as RFC 4226, section 4, recommends. */
const SEED_BYTES = 20

/** What a code proved: the number of its thirty-second step since 1970, to be stored so that it cannot be used again. */
export interface TotpProof {
  readonly step: number
}

/** A new seed in base32, as apps take it when typed. A secret: stored only under `keys.vault`. */
export function newTotpSeed(): string {
  return generateSecret({ length: SEED_BYTES })
}

/**
 * Checks a code at `now`. `lastStep` is the step of the last code taken from this account, or null: that code and earlier
 * ones are refused, so a code read over a shoulder is worth nothing. Null for a wrong, old or already used code. Spaces in
 * the code do not matter.
 */
export function checkTotp(
  seed: string,
  typed: string,
  now: Temporal.Instant,
  lastStep: number | null,
): TotpProof | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const epoch = Math.floor(now.epochMilliseconds / 1_000)
  const result = verifySync({ strategy: 'totp', secret: seed, token, epoch, epochTolerance: DRIFT_SECONDS, ...SHAPE })
  if (!result.valid || !('timeStep' in result)) return null
  return lastStep === null || result.timeStep > lastStep ? { step: result.timeStep } : null
}

/** The address that an app reads from the QR code. `school` and `username` are what it shows in its list of codes. */
export function totpAddress(seed: string, school: string, username: string): string {
  return generateURI({ issuer: `Hedgerow ${school}`, label: username, secret: seed, ...SHAPE })
}

/** The seed in groups of four, for people who cannot scan. Apps take it with or without the spaces. */
export function seedToType(seed: string): string {
  return seed.replace(/=+$/, '').replace(/(.{4})(?=.)/g, '$1 ')
}
