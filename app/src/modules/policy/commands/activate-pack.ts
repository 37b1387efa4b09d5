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
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn } from '../../people/index.js'
import { packActivated } from '../events.js'
import { findActivePack, packKey } from '../queries/active-pack.js'
import type { PolicyTables } from '../schema.js'

/**
 * The school's first policy: the pack it chose at set-up, from a day on (today where left out). Every later version goes
 * the way of its pack, by `beginDraft` and `bringIntoForce`; a school at work cannot come round it by this door.
 */
export async function activatePack(
  tx: Tx,
  loaded: LoadedPack,
  from: Temporal.PlainDate = londonDate(tx.now),
): Promise<void> {
  if (tx.actor.channel === 'web')
    throw new Refusal('not-allowed', 'A new version takes force by being agreed and approved, and in no other way.')
  await activate(tx, loaded, from)
}

/** Writes a pack down as in force from a day on, whole and in one row. Returns the activation's id. Only for commands that have asked whether it may. */
export async function activate(tx: Tx, { pack, hash }: LoadedPack, from: Temporal.PlainDate): Promise<string> {
  const before = await findActivePack(tx)
  const id = newId<string>(tx.now.epochMilliseconds)
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
  return id
}
