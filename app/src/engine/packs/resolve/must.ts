import type { Tree, TreeMap } from '../read/tree.js'
import { identityOf, isTreeList, isTreeMap } from '../read/tree.js'

/**
 * Where an overlay would loosen an entry that its base marks `must`. Such an entry may be tightened: reworded, sourced,
 * given more mechanisms or posts. It may not stop being a must, and what keeps it may not be taken away.
 */
export function mustFaults(base: TreeMap, over: TreeMap): readonly { key: string; sentence: string }[] {
  if (base['must'] !== true) return []
  const id = identityOf(base)
  const loosened =
    Object.hasOwn(over, 'must') && over['must'] !== true
      ? [{ key: 'must', sentence: `"${id}" is marked "must" in the base and cannot stop being so.` }]
      : []
  const lost = Object.hasOwn(over, 'keptBy') ? lostMechanisms(base['keptBy'], over['keptBy']) : []
  return [
    ...loosened,
    ...lost.map((mechanism) => ({
      key: 'keptBy',
      sentence: `"${id}" is marked "must" in the base and is kept there by "${mechanism}", which may not be taken away.`,
    })),
  ]
}

function lostMechanisms(base: Tree | undefined, over: Tree | undefined): readonly string[] {
  const kept = mechanismsIn(over)
  return mechanismsIn(base).filter((mechanism) => !kept.includes(mechanism))
}

function mechanismsIn(keptBy: Tree | undefined): readonly string[] {
  if (!isTreeList(keptBy)) return []
  return keptBy.flatMap((entry) =>
    isTreeMap(entry) && typeof entry['mechanism'] === 'string' ? [entry['mechanism']] : [],
  )
}
