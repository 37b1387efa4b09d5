import { join } from 'node:path'
import { readKnown } from '../../../engine/packs/known.js'
import { layOver } from '../../../engine/packs/lay-over.js'
import type { RefusedPack } from '../../../engine/packs/load-pack.js'
import type { LoadedPack } from '../../../engine/packs/pack.js'
import { projectRoot } from '../../../kernel/root.js'
import type { PolicyDraftRow } from '../adoption-schema.js'
import { overlayFiles } from './overlay-files.js'
import type { Edit } from './overlay-files.js'

/** How the loader's problems name what a school typed. */
const label = 'your changes'

/** The whole policy that a draft would be: its pack with the edits laid over it by the one loader, or what is wrong. */
export async function draftPack(
  { over }: Pick<PolicyDraftRow, 'over'>,
  edits: readonly Edit[],
): Promise<LoadedPack | RefusedPack> {
  const known = await readKnown(join(projectRoot(), 'packs'))
  return layOver(over, overlayFiles(over, edits), { known, label })
}
