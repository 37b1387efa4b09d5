import type { SupplierState } from '../contract.js'

/** As much of a snapshot's illegal layer as can be compared, and remembered. */
interface Layered {
  readonly illegal: { readonly suppliers: readonly Pick<SupplierState, 'supplier' | 'edition' | 'entries'>[] }
}

/** How the illegal layer of one snapshot is weaker than another's, or null when it is not. */
export function whatIsWeaker(next: Layered, current: Layered): string | null {
  for (const { supplier, edition, entries } of current.illegal.suppliers) {
    const after = next.illegal.suppliers.find((each) => each.supplier === supplier)
    if (after === undefined) return `it lacks the list of ${supplier}`
    if (after.edition < edition)
      return `its list of ${supplier} is edition ${after.edition}, and edition ${edition} has been in force`
    if (after.entries === 0 && entries > 0) return `its list of ${supplier} is empty`
  }
  return null
}
