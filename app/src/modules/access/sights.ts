import type { Sight } from '../../kernel/db/sight.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PersonId } from '../../kernel/ids.js'
import { findActivePack } from '../policy/index.js'

/** Sign-ins of a person: for them to check, and for the posts that keep the accounts. */
export async function signInSight(tx: ReadTx, person: PersonId): Promise<Sight> {
  const active = await findActivePack(tx)
  const keepers = active?.pack.posts.filter(({ powers }) => powers.includes('access.accounts')) ?? []
  return { posts: keepers.map(({ id }) => id), persons: [person], never: [] }
}
