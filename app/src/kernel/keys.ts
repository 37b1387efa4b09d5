import { hkdfSync } from 'node:crypto'

/** The keys that the one secret file gives, each for one purpose only, so that a leak of one opens nothing else. */
export interface Keys {
  /** Seals the links of the journal. */
  readonly journal: Buffer
  /** Hashes what an account-less reporter keeps (a bother's words). */
  readonly receipt: Buffer
  /** Binds a form to the session or anonymous cookie that it was made for. */
  readonly csrf: Buffer
  /** Encrypts what must be readable again, such as the seed of a second factor (AES-256-GCM). */
  readonly vault: Buffer
  /** Hashes codes that people type: recovery codes, first sign-in codes. */
  readonly code: Buffer
  /** The pepper of password hashes: with a copy of the database alone, nobody can even begin to guess. */
  readonly password: Buffer
  /** Marks a browser from which an account has signed in before, so that a stranger's failures do not slow its owner. */
  readonly device: Buffer
  /** The password of the database's application and jobs roles. */
  readonly database: string
}

/** Derives every key from the secret file's bytes (HKDF-SHA-256, RFC 5869). */
export function keysFrom(secret: Buffer): Keys {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'hedgerow', purpose, 32))
  return {
    journal: derive('journal'),
    receipt: derive('receipt'),
    csrf: derive('csrf'),
    vault: derive('vault'),
    code: derive('code'),
    password: derive('password'),
    device: derive('device'),
    database: derive('database').toString('base64url'),
  }
}
