import { decrypt, encrypt } from '../../kernel/vault.js'
import type { SchoolId } from '../../kernel/ids.js'
import { Temporal } from 'temporal-polyfill'

/** For how long a pass opens a talk. Long enough to write an answer, too short to be of use in a page left open. */
const minutes = 30

/**
 * A pass: the hash that opens one talk, sealed for half an hour, for the hidden field of a page that was opened with the
 * words. Never the words themselves.
 */
export function passFor(key: Buffer, school: SchoolId, receipt: string, now: Temporal.Instant): string {
  const until = now.add({ minutes }).epochMilliseconds
  return encrypt(key, Buffer.from(`${until} ${receipt}`), `talk pass ${school}`).toString('base64url')
}

/** The hash that a pass holds, or null: too old, of another school, or not ours. */
export function openPass(key: Buffer, school: SchoolId, pass: string, now: Temporal.Instant): string | null {
  try {
    const [until = '', receipt = ''] = decrypt(key, Buffer.from(pass, 'base64url'), `talk pass ${school}`)
      .toString()
      .split(' ')
    const ends = Temporal.Instant.fromEpochMilliseconds(Number(until))
    return Temporal.Instant.compare(now, ends) < 0 && receipt !== '' ? receipt : null
  } catch {
    return null
  }
}
