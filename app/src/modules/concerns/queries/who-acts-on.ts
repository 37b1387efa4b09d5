import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { holdersOf } from '../../people/index.js'
import { packByHash, whoActs } from '../../policy/index.js'
import { withdrawnFrom } from '../escalation-target.js'
import type { ConcernRow } from '../schema.js'

/**
 * Whom news of a concern reaches: whoever has made it theirs, and whoever acts for its post now; never anybody it bars.
 * The transaction must be the worker's.
 */
export async function whoActsOn(tx: ReadTx, concern: ConcernRow): Promise<readonly PersonId[]> {
  const { post, never_persons: never } = concern
  const pack = await packByHash(tx, concern.pack_hash)
  const holdings = (await holdersOf(tx, null)).filter(({ person }) => !never.includes(person))
  const acting = post ? whoActs(pack, holdings, post, withdrawnFrom(pack, concern)).map(({ person }) => person) : []
  const own = [concern.triaged_by, concern.acknowledged_by].flatMap((person) => (person ? [person] : []))
  return [...new Set([...own, ...acting])].filter((person) => !never.includes(person))
}
