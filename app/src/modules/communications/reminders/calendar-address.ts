import { createHash, randomBytes } from 'node:crypto'

/** A new address is shown once; the database keeps its hash, so a copy of it opens no calendar. */
export interface CalendarSecret {
  /** 43 characters of base64url: 256 random bits. */
  readonly secret: string
  readonly hash: string
}

export function newCalendarSecret(): CalendarSecret {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: sha256(secret) }
}

/** The stored hash of a secret from an address, or null when it cannot be one of ours, which saves asking the database. */
export const calendarHash = (secret: string): string | null => (/^[\w-]{43}$/.test(secret) ? sha256(secret) : null)

/** A fast hash, as for sessions: nobody can guess 256 random bits. */
const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex')
