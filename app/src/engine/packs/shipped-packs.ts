import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../kernel/root.js'
import { loadPack } from './load-pack.js'
import type { LoadedPack } from './pack.js'

let shipped: Promise<readonly LoadedPack[]> | null = null

/** Every pack that this Hedgerow ships and that can be used, the base first, then by title. Read once: packs change with a release. */
export const shippedPacks = (): Promise<readonly LoadedPack[]> => (shipped ??= readShipped())

async function readShipped(): Promise<readonly LoadedPack[]> {
  const folder = join(projectRoot(), 'packs')
  const entries = await readdir(folder, { withFileTypes: true })
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const loaded = await Promise.all(ids.map((id) => loadPack(folder, id)))
  return loaded
    .flatMap((each) => ('pack' in each ? [each] : []))
    .toSorted(
      ({ pack: a }, { pack: b }) =>
        Number(a.base !== null) - Number(b.base !== null) || a.title.localeCompare(b.title, 'en-GB'),
    )
}
