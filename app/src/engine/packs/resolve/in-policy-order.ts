import type { Part } from '../schema/sections.js'

/**
 * Parts and clauses by number, as people read them: an overlay's new clauses come in where they belong, and 3.10 after
 * 3.9. Clauses stay the very values that were read, so that their lines are still known.
 */
export function inPolicyOrder(parts: readonly Part[]): readonly Part[] {
  return parts.map((part) => ({ ...part, clauses: part.clauses.toSorted(byNumber) })).toSorted(byNumber)
}

function byNumber(a: { readonly number: string }, b: { readonly number: string }): number {
  const [left, right] = [a, b].map(({ number }) => number.split('.').map(Number))
  return (left?.[0] ?? 0) - (right?.[0] ?? 0) || (left?.[1] ?? 0) - (right?.[1] ?? 0)
}
