import { type Options, hash, parseOptions, verify } from '@node-rs/argon2'

/**
 * Argon2id, version 19, with 19 MiB of memory, two passes and one lane: the OWASP Password Storage Cheat Sheet's setting
 * that asks least memory, because a school's one small machine may see thirty teachers sign in at ten to nine. Takes about
 * 30 ms on two cores. Written as numbers: the package's own names for them are const enums, which isolated files cannot use.
 */
const PARAMETERS = { algorithm: 2, version: 1, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash of 32 random bytes that nobody kept, so that a sign-in with an unknown name does the work of a known one. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$zucitSxlS6vOxwjxwo4W/g$b4uql8FoQCKoUukhbWTfLULTHOG7LSD5mPwMF03vul4'

/** Longer texts are nobody's password and only cost us work. Far above every pack's own maximum. */
const LONGEST = 1_024

/**
 * The hash to store for a password, in PHC text form. `pepper` is `keys.password`: a copy of the database without the
 * secret file gives nothing to guess against. Losing the secret file therefore loses every password; so does it the vault.
 */
export async function hashPassword(pepper: Buffer, password: string): Promise<string> {
  return hash(asTyped(password), options(pepper))
}

/**
 * Whether a password is the stored one. Pass null for an account that does not exist or has no password: the answer is no,
 * after the same work, so that the time taken tells nobody which names exist.
 */
export async function verifyPassword(pepper: Buffer, password: string, stored: string | null): Promise<boolean> {
  const tooLong = password.length > LONGEST
  const same = await verify(stored ?? NOBODYS, tooLong ? '' : asTyped(password), options(pepper))
  return same && !tooLong && stored !== null
}

/** Whether a hash was made with other parameters than today's; then the next right password should be hashed again. */
export function needsRehash(stored: string): boolean {
  const used = parseOptions(stored)
  return Object.entries(PARAMETERS).some(([name, value]) => used[name as keyof typeof PARAMETERS] !== value)
}

/** Whether a password is one of the stored hashes: the last few of this person, for rules against reuse. */
export async function isReused(pepper: Buffer, password: string, earlier: readonly string[]): Promise<boolean> {
  for (const stored of earlier) if (await verifyPassword(pepper, password, stored)) return true
  return false
}

/** One form of each letter (NFKC, as NIST SP 800-63B asks): an é typed on a Mac must match the é typed on Windows. */
function asTyped(password: string): string {
  return password.normalize('NFKC')
}

function options(pepper: Buffer): Options {
  return { ...PARAMETERS, secret: pepper }
}
