import { londonDate } from '../../../kernel/calendar/london.js'
import { askOnce } from '../../../kernel/db/known.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { deepFreeze } from '../../../engine/packs/resolve/deep-freeze.js'
import type { LoadedPack, Pack } from '../../../engine/packs/pack.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { PolicyTables } from '../schema.js'

/** Packs by hash: a pack is frozen, so every school and request may share one object. */
const remembered = new Map<string, Pack>()

/** Sections that packs put in force by an earlier Hedgerow do not have yet. */
const laterSections = { agreements: [], keyMessages: [], technologies: [], gate: [], matrix: [], actions: [] }

function remember(hash: string, content: Pack): Pack {
  const pack = remembered.get(hash) ?? deepFreeze({ ...laterSections, ...content })
  if (remembered.size > 200) remembered.clear()
  remembered.set(hash, pack)
  return pack
}

/** The pack in force today in this school, or null before one was activated. */
export const findActivePack = (tx: ReadTx): Promise<LoadedPack | null> =>
  askOnce(tx, packKey(tx), () => newestActivation(tx))

/** Under which the pack in force is remembered, by the day that is asked about: `activatePack` has it asked again. */
export const packKey = (tx: ReadTx): string => `policy.pack ${londonDate(tx.now).toString()}`

async function newestActivation(tx: ReadTx): Promise<LoadedPack | null> {
  const newest = await tables<PolicyTables>(tx)
    .selectFrom('pack_activation')
    .select(['id', 'hash'])
    .where('in_force_from', '<=', londonDate(tx.now))
    .orderBy('in_force_from', 'desc')
    .orderBy('activated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest ? { hash: newest.hash, pack: await packByHash(tx, newest.hash) } : null
}

/** The pack in force today. Refuses where the school has none yet: set-up is not finished. */
export async function activePack(tx: ReadTx): Promise<LoadedPack> {
  const active = await findActivePack(tx)
  if (!active) throw new Refusal('conflict', 'This school has no policy in force yet. Finish setting it up first.')
  return active
}

/** A pack that was in force once: a case finishes on the one it began with. */
export async function packByHash(tx: ReadTx, hash: string): Promise<Pack> {
  const known = remembered.get(hash)
  if (known) return known
  const row = await tables<PolicyTables>(tx)
    .selectFrom('pack_activation')
    .select('content')
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirstOrThrow()
  return remember(hash, row.content)
}
