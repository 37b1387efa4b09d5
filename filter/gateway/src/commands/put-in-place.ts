import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Problem } from '../problem.js'

/** How many earlier snapshots are kept for going back, unless the configuration says. */
const KEPT = 5

/**
 * Whole or not at all: a gateway that reads just now finds the old one or the new one. The old one is kept beside it
 * under the number `keepAs`, for going back; 0 when there is none.
 */
export function putInPlace(
  { snapshot, keep = KEPT }: { readonly snapshot: string; readonly keep?: number | undefined },
  keepAs: number,
  bytes: Uint8Array,
): void {
  // Copied, not moved: a gateway that starts just now must find one in place.
  if (keepAs > 0 && keep > 0) copyFileSync(snapshot, `${snapshot}.${keepAs}`)
  // On the disk before it takes the other's name: or a machine that loses power may find the name and nothing in it.
  writeFileSync(`${snapshot}.draft`, bytes, { flush: true })
  renameSync(`${snapshot}.draft`, snapshot)
  removeOld(snapshot, keep)
}

function removeOld(snapshot: string, keep: number): void {
  const isLost = (number: number): boolean => statSync(`${snapshot}.${number}`).size === 0
  const kept = keptBeside(snapshot)
  const [lost, sound] = [kept.filter(isLost), kept.filter((number) => !isLost(number))]
  for (const number of [...lost.slice(1), ...sound.slice(keep)]) rmSync(`${snapshot}.${number}`)
}

/** The number of a snapshot that was lost, as an empty file: it is not given again, and takes no sound one's place. */
export const holdNumber = (snapshot: string, number: number): void => writeFileSync(`${snapshot}.${number}`, '')

/** Numbers of the snapshots that are kept beside the one in place, the newest first. */
export function keptBeside(snapshot: string): number[] {
  const name = `${basename(snapshot)}.`
  if (!existsSync(dirname(snapshot))) throw new Problem(`There is no folder ${dirname(snapshot)} for the snapshot.`)
  return readdirSync(dirname(snapshot))
    .filter((file) => file.startsWith(name) && /^[1-9]\d*$/.test(file.slice(name.length)))
    .map((file) => Number(file.slice(name.length)))
    .toSorted((a, b) => b - a)
}
