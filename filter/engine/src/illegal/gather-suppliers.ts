import type { FilterEvent } from '../contract.js'
import type { CompileReport, SupplierSource } from '../list-source.js'
import type { SupplierMeta } from '../snapshot/meta.js'
import type { OpenSnapshot } from '../snapshot/open-snapshot.js'
import { readSupplierList, type SupplierList } from './supplier-list.js'

export interface GatheredSuppliers {
  readonly suppliers: readonly SupplierMeta[]
  readonly hashes: Uint8Array
  readonly report: CompileReport['suppliers']
  readonly events: readonly FilterEvent[]
}

/**
 * The illegal layer of the next snapshot. A supplier's new list is taken only when it is signed and not older than the
 * one in use; in every other case the last good list stays and an alarm is raised. A supplier that is no longer named
 * stays as well: leaving it out would be a way to switch it off.
 */
export async function gatherSuppliers(
  sources: readonly SupplierSource[],
  previous: OpenSnapshot | null,
  at: number,
): Promise<GatheredSuppliers> {
  const before = new Map((previous === null ? [] : supplierLists(previous)).map((list) => [list.supplier, list]))
  const kept: SupplierList[] = []
  const report: CompileReport['suppliers'][number][] = []
  const events: FilterEvent[] = []
  for (const source of sources) {
    const old = before.get(source.supplier) ?? null
    before.delete(source.supplier)
    const { list, why } = await newest(source, old)
    if (list !== null) kept.push(list)
    if (why !== '') events.push(notTaken(source.supplier, why, { isKept: old !== null, at }))
    report.push({ supplier: source.supplier, entries: list?.entries ?? 0, kept: why === '' ? 'new' : 'last-good', why })
  }
  for (const list of before.values()) {
    kept.push(list)
    const why = 'it is no longer among the suppliers, which does not end it'
    events.push({
      type: 'illegal-layer.weakening-refused',
      at,
      alarm: true,
      sentence: `The list of ${list.supplier} stays in force: ${why}.`,
    })
    report.push({ supplier: list.supplier, entries: list.entries, kept: 'last-good', why })
  }
  return { ...laidOut(kept), report, events: [...events, ...lateEvents(kept, at)] }
}

function notTaken(supplier: string, why: string, { isKept, at }: { isKept: boolean; at: number }): FilterEvent {
  const instead = isKept ? 'The last good one stays in force.' : 'There is none from before.'
  const sentence = `The list of ${supplier} was not taken: ${why}. ${instead}`
  return { type: 'supplier-list.refused', at, alarm: true, sentence }
}

/** One event for each supplier's list that has not been renewed in its time. */
export function lateEvents(
  lists: readonly Pick<SupplierList, 'supplier' | 'lateFrom'>[],
  at: number,
): readonly FilterEvent[] {
  return lists
    .filter(({ lateFrom }) => at >= lateFrom)
    .map(({ supplier }) => ({
      type: 'supplier-list.late',
      at,
      alarm: true,
      sentence: `The list of ${supplier} is late. It stays in force as it was.`,
    }))
}

/** The list to use, and why it is not the new one; '' when it is. */
async function newest(
  source: SupplierSource,
  old: SupplierList | null,
): Promise<{ list: SupplierList | null; why: string }> {
  try {
    const list = await readSupplierList(source)
    if (old === null || list.edition >= old.edition) return { list, why: '' }
    return { list: old, why: `it is edition ${list.edition}, older than edition ${old.edition} in use` }
  } catch (error) {
    return { list: old, why: error instanceof Error ? error.message : 'it could not be read' }
  }
}

/** The suppliers' lists as a snapshot holds them. */
export function supplierLists({ meta, file }: OpenSnapshot): readonly SupplierList[] {
  return meta.suppliers.map(({ first, ...list }) => ({
    ...list,
    hashes: file.sections.illegal.slice(first * 32, (first + list.entries) * 32),
  }))
}

function laidOut(lists: readonly SupplierList[]): { suppliers: readonly SupplierMeta[]; hashes: Uint8Array } {
  const bytes = new Uint8Array(lists.reduce((sum, { hashes }) => sum + hashes.length, 0))
  let first = 0
  const suppliers = lists.map(({ hashes, ...list }) => {
    bytes.set(hashes, first * 32)
    const meta = { ...list, first }
    first += list.entries
    return meta
  })
  return { suppliers, hashes: bytes }
}
