import type { Db } from './db/database.js'
import type { Keys } from './keys.js'

/** What every part of the product is given: the way to the database, the keys, and the address people know us by. */
export interface Core {
  readonly db: Db
  readonly keys: Keys
  /** 'https://hedgerow.example.org', no slash at the end. */
  readonly publicUrl: string
  /** Where mail leaves: an SMTP address, or null while the school has none and messages wait in the outbox. */
  readonly smtpUrl: string | null
}
