import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { GovernanceTables } from '../schema.js'

/** Within this, opening the page again belongs to the same look: what turned must not vanish by a reload. */
const sameLookHours = 4

/** Notes that the actor looks how the policy stands. Returns when they looked the time before; null for the first time. */
export async function noteLook(tx: Tx): Promise<Temporal.Instant | null> {
  const { personId, schoolId } = tx.actor
  if (personId === null) return null
  const looks = tables<GovernanceTables>(tx)
  const known = await looks.selectFrom('kept_look').selectAll().where('person_id', '=', personId).executeTakeFirst()
  if (known && tx.now.since(known.began_at).total('hours') < sameLookHours) return known.before_at
  const set = { began_at: tx.now, before_at: known?.began_at ?? null }
  await looks
    .insertInto('kept_look')
    .values({ school_id: schoolId, person_id: personId, ...set })
    .onConflict((conflict) => conflict.columns(['school_id', 'person_id']).doUpdateSet(set))
    .execute()
  return set.before_at
}
