import type { Db } from '../kernel/db/database.js'
import type { Keys } from '../kernel/keys.js'

/** What routes are given: the way to the database, the keys derived from the secret, and the address people know us by. */
export interface Deps {
  readonly db: Db
  readonly keys: Keys
  /** 'https://hedgerow.example.org', no slash at the end. */
  readonly publicUrl: string
}
