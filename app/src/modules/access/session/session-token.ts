import { createHash, randomBytes } from 'node:crypto'

/** What is given to the browser (`token`) and what is stored (`hash`): a copy of the table opens no session. */
export interface SessionToken {
  /** 43 characters of base64url: 256 random bits. */
  readonly token: string
  readonly hash: Buffer
}

/** A new token. Made again at every sign-in and step-up, so that one planted beforehand is worth nothing. */
export function newSessionToken(): SessionToken {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: sha256(token) }
}

/** The stored hash of a token from a cookie, or null when it cannot be one of ours, which saves asking the database. */
export function sessionTokenHash(token: string | undefined): Buffer | null {
  return token !== undefined && /^[\w-]{43}$/.test(token) ? sha256(token) : null
}

/** A fast hash, unlike a password's: nobody can guess 256 random bits. */
function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
