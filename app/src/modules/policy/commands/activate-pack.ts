import type { Temporal } from 'temporal-polyfill'
import { differences } from '../../../engine/packs/differences/differences.js'
import type { LoadedPack } from '../../../engine/packs/pack.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { json } from '../../../kernel/db/json.js'
import { askAgain } from '../../../kernel/db/known.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { everyoneSignedIn } from '../../people/index.js'
import { packActivated } from '../events.js'
import { findActivePack, packKey } from '../queries/active-pack.js'
import type { PolicyTables } from '../schema.js'

/** Puts a pack that has passed every check in force from a day on (today where left out). A dated act of the person who does it. */
export async function activatePack(
  tx: Tx,
  loaded: LoadedPack,
  from: Temporal.PlainDate = londonDate(tx.now),
): Promise<void> {
  const before = await findActivePack(tx)
  const { pack, hash } = loaded
  const id = newId(tx.now.epochMilliseconds)
  const changed = before ? differences(before.pack, pack) : []
  await tables<PolicyTables>(tx)
    .insertInto('pack_activation')
    .values({
      school_id: tx.actor.schoolId,
      id,
      pack_id: pack.id,
      version: pack.version,
      hash,
      content: json(pack),
      in_force_from: from,
      activated_at: tx.now,
      activated_by: tx.actor.personId,
      differences: json(changed),
    })
    .execute()
  askAgain(tx, packKey(tx))
  const details = { pack: pack.id, version: pack.version, hash, from }
  await record(tx, { act: 'pack.activated', about: { table: 'pack_activation', id }, sight: everyoneSignedIn, details })
  await announce(tx, packActivated, { hash })
}
