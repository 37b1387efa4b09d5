import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { everyoneSignedIn } from '../../people/index.js'
import type { AdoptionTables } from '../adoption-schema.js'

/** Opens the policy in force to anybody who has its address, or shuts it. */
export async function setPublication(tx: Tx, open: boolean): Promise<void> {
  const id = newId<string>(tx.now.epochMilliseconds)
  await tables<AdoptionTables>(tx)
    .insertInto('policy_publication')
    .values({ school_id: tx.actor.schoolId, id, public: open, at: tx.now, by_person: tx.actor.personId })
    .execute()
  const about = { table: 'policy_publication', id }
  await record(tx, { act: 'policy.publication', about, sight: everyoneSignedIn, details: { public: open } })
}

/** Whether anybody may read the policy at a moment; not before the school has said so. */
export async function isPublic(tx: ReadTx): Promise<boolean> {
  const newest = await tables<AdoptionTables>(tx)
    .selectFrom('policy_publication')
    .select('public')
    .where('at', '<=', tx.now)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.public ?? false
}
