import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** The cookie's life: a browser not used for so long is a stranger again. */
export const KNOWN_DEVICE_DAYS = 400

/** Bytes of the random part of a mark. */
const RANDOM = 16

/**
 * The mark that a browser keeps after a full sign-in, in a cookie of its own (httpOnly, not on shared machines). It opens
 * nothing: it only spares its owner the waits that strangers cause. `since` is when the account's password was last set,
 * as stored; a new password makes every browser a stranger, so a stolen mark does not outlast it.
 */
export function markOfDevice(key: Buffer, account: string, since: string): string {
  const random = randomBytes(RANDOM)
  return Buffer.concat([random, seal(key, random, `${account} ${since}`)]).toString('base64url')
}

/** Whether a mark from a cookie was made for this account since its password was last set. */
export function isKnownDevice(key: Buffer, mark: string | undefined, account: string, since: string): boolean {
  const bytes = Buffer.from(mark ?? '', 'base64url')
  if (bytes.length !== RANDOM + 32) return false
  const random = bytes.subarray(0, RANDOM)
  return timingSafeEqual(bytes.subarray(RANDOM), seal(key, random, `${account} ${since}`))
}

function seal(key: Buffer, random: Buffer, about: string): Buffer {
  return createHmac('sha256', key).update(random).update(about).digest()
}
