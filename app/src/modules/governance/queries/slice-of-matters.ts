import type { Place, Slice } from '../../../kernel/paging.js'
import type { Matter } from './standing.js'

/** Matters on one page. */
const size = 25

/** One page of the matters, by how many stand before it: they are a few hundred at most, and in memory. */
export function sliceOfMatters(matters: readonly Matter[], { after, before }: Place): Slice<Matter> {
  const asked = Number(after ?? before ?? 0)
  const from = Number.isInteger(asked) && asked > 0 && asked < matters.length ? asked : 0
  return {
    rows: matters.slice(from, from + size),
    before: from > 0 ? String(Math.max(0, from - size)) : null,
    after: from + size < matters.length ? String(from + size) : null,
  }
}
