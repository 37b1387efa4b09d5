import type { Temporal } from 'temporal-polyfill'
import { findTypedCode, newTypedCode, typedCodeHash } from './typed-code.js'

/** Sixty bits, on a slip of paper handed over by a person who knows the receiver. */
const GROUPS = 3
/** A fortnight: long enough for somebody who starts after half term, short enough for a slip that was mislaid. */
export const FIRST_CODE_HOURS = 14 * 24

/** Whether somebody seems to have typed a slip's code where a password belongs: its three groups, hyphens and all. */
export const looksLikeFirstCode = (typed: string): boolean => /^\s*\w{4}-\w{4}-\w{4}\s*$/.test(typed)

/** A code that opens an account once, to choose its first password or a new one after a reset; nothing else. */
export interface FirstSignInCode {
  readonly hash: Buffer
  readonly expires: Temporal.Instant
}

/** A new code for an account (its id): `code` to print once, `stored` to keep. It replaces any earlier one. */
export function newFirstSignInCode(
  key: Buffer,
  account: string,
  now: Temporal.Instant,
): { readonly code: string; readonly stored: FirstSignInCode } {
  const code = newTypedCode(GROUPS)
  return { code, stored: { hash: hashOf(key, account, code), expires: now.add({ hours: FIRST_CODE_HOURS }) } }
}

/**
 * Whether a typed code opens the account now. Pass null when it has no code or does not exist: all "no"s are alike and
 * get one sentence on the screen, so nobody learns which names exist. When it opens, the caller deletes the code in the
 * same transaction and shows only the page for a new password.
 */
export function opensFirstSignIn(
  key: Buffer,
  account: string,
  typed: string,
  { stored, now }: { readonly stored: FirstSignInCode | null; readonly now: Temporal.Instant },
): boolean {
  const found = findTypedCode(hashOf(key, account, typed), [stored?.hash ?? Buffer.alloc(32)])
  return stored !== null && found === 0 && now.epochMilliseconds < stored.expires.epochMilliseconds
}

function hashOf(key: Buffer, account: string, code: string): Buffer {
  return typedCodeHash(key, `first-sign-in ${account}`, code)
}
