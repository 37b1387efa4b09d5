import type { Seal } from '../contract.js'
import { encodeMeta } from './meta.js'
import type { OpenSnapshot } from './open-snapshot.js'
import { writeSnapshotFile } from './snapshot-file.js'

/**
 * An old snapshot's lists and policy with the newest illegal layer, signed under a new number: how a school goes back to
 * last week's filter without going back to last week's list of what is illegal.
 */
export function withIllegalLayerOf(
  old: OpenSnapshot,
  newest: OpenSnapshot,
  next: { number: number; at: number; seal: Seal },
): Uint8Array<ArrayBuffer> {
  const meta = encodeMeta({ ...old.meta, suppliers: newest.meta.suppliers })
  const sections = { ...old.file.sections, meta, illegal: newest.file.sections.illegal }
  return writeSnapshotFile(sections, next.number, next.at, next.seal)
}
