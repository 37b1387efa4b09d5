import type { LoadedPack } from '../../../engine/packs/pack.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { AdoptionTables } from '../adoption-schema.js'
import { standingEdits } from '../draft/overlay-files.js'
import type { Changed } from '../draft/overlay-files.js'
import { activePack } from './active-pack.js'
import { editsOf } from './drafts.js'
import { versionInForce } from './versions.js'

/** The pack below the version in force, and the school's changes that lie on it. */
export async function presentBase(
  tx: ReadTx,
): Promise<{ readonly base: LoadedPack; readonly carried: readonly Changed[] }> {
  const version = await versionInForce(tx)
  const maker = version
    ? await tables<AdoptionTables>(tx)
        .selectFrom('policy_draft')
        .select(['id', 'over', 'over_hash'])
        .where('activation_id', '=', version.id)
        .executeTakeFirst()
    : undefined
  if (!maker) return { base: await activePack(tx), carried: [] }
  return { base: { pack: maker.over, hash: maker.over_hash }, carried: standingEdits(await editsOf(tx, maker.id)) }
}
