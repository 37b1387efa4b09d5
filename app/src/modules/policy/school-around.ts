import { Temporal } from 'temporal-polyfill'
import type { SchoolAround } from '../../engine/around.js'
import { clauseOf } from '../../engine/packs/lookup.js'
import { londonInstant } from '../../kernel/calendar/london.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { ClauseId } from '../../kernel/ids.js'
import { calendarOf, membersOf } from '../people/index.js'
import { findActivePack, packByHash } from './queries/active-pack.js'
import type { PolicyTables } from './schema.js'

/** What registers, duties and notices ask of the school around them. Every module from policy on hands it to them. */
export const schoolAround: SchoolAround = {
  calendar: calendarOf,
  pack: async (tx) => (await findActivePack(tx))?.pack ?? null,
  since: inForceSince,
  members: membersOf,
}

/** Since when the clause has bound anybody: its first activation, but never before somebody put it in force. */
async function inForceSince(tx: ReadTx, clause: ClauseId): Promise<Temporal.Instant | null> {
  const activations = await tables<PolicyTables>(tx)
    .selectFrom('pack_activation')
    .select(['hash', 'activated_at', 'in_force_from'])
    .where('activated_at', '<=', tx.now)
    .orderBy('activated_at')
    .execute()
  for (const { hash, activated_at, in_force_from } of activations) {
    if (!clauseOf(await packByHash(tx, hash), clause)) continue
    const begins = londonInstant(in_force_from, '00:00')
    return Temporal.Instant.compare(begins, activated_at) > 0 ? begins : activated_at
  }
  return null
}
