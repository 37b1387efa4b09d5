import { copyFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

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
  // Copied, not moved: a gateway that starts just now must find one in place.
  if (before > 0 && keep > 0) copyFileSync(snapshot, `${snapshot}.${before}`)
  writeFileSync(`${snapshot}.draft`, bytes)
  renameSync(`${snapshot}.draft`, snapshot)
  for (const number of keptBeside(snapshot).slice(keep)) rmSync(`${snapshot}.${number}`)
}

/** Numbers of the snapshots that are kept beside the one in place, the newest first. */
export function keptBeside(snapshot: string): number[] {
  const name = `${basename(snapshot)}.`
  return readdirSync(dirname(snapshot))
    .filter((file) => file.startsWith(name) && /^[1-9]\d*$/.test(file.slice(name.length)))
    .map((file) => Number(file.slice(name.length)))
    .toSorted((a, b) => b - a)
}
