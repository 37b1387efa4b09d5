import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** How many earlier snapshots are kept for going back, unless the configuration says. */
const KEPT = 5

/**
 * Whole or not at all: a gateway that reads just now finds the old one or the new one. The old one, of number `before`, is
 * kept beside it for going back; 0 when there is none.
 */
export function putInPlace(
  { snapshot, keep = KEPT }: { readonly snapshot: string; readonly keep?: number | undefined },
  before: number,
  bytes: Uint8Array,
): void {
  if (before > 0 && keep > 0) renameSync(snapshot, `${snapshot}.${before}`)
  writeFileSync(`${snapshot}.draft`, bytes)
  renameSync(`${snapshot}.draft`, snapshot)
  const kept = readdirSync(dirname(snapshot))
    .filter((name) => name.startsWith(`${basename(snapshot)}.`) && /\.\d+$/.test(name))
    .toSorted((a, b) => Number(b.split('.').at(-1)) - Number(a.split('.').at(-1)))
  for (const name of kept.slice(keep)) rmSync(join(dirname(snapshot), name))
}
