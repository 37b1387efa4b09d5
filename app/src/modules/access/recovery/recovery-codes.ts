import { findTypedCode, newTypedCode, typedCodeHash } from './typed-code.js'

/** Ten, as people have come to expect: enough for years of lost phones, few enough for one small card. */
const COUNT = 10
/** Sixty bits each: beyond guessing even without the slow-down. */
const GROUPS = 3

/** Codes for a person whose second factor is lost. `codes` are shown once, to print; `hashes` are stored. */
export interface RecoveryCodes {
  readonly codes: readonly string[]
  readonly hashes: readonly Buffer[]
}

/** Ten new codes for an account (its id). They replace all earlier ones. */
export function newRecoveryCodes(key: Buffer, account: string): RecoveryCodes {
  const codes = Array.from({ length: COUNT }, () => newTypedCode(GROUPS))
  return { codes, hashes: codes.map((code) => hashOf(key, account, code)) }
}

/**
 * Uses a code up: the hashes that are left, or null when the code is none of them. The caller stores what is left in the
 * same transaction, which is what makes each code work once.
 */
export function spendRecoveryCode(
  key: Buffer,
  account: string,
  typed: string,
  stored: readonly Buffer[],
): readonly Buffer[] | null {
  const place = findTypedCode(hashOf(key, account, typed), stored)
  return place < 0 ? null : stored.filter((_, other) => other !== place)
}

function hashOf(key: Buffer, account: string, code: string): Buffer {
  return typedCodeHash(key, `recovery ${account}`, code)
}
