/** Asked so often, a statement is worth a plan that each connection keeps. */
const worthKeeping = 5
/** As many as are kept, in all: each connection's process holds its own copy of every plan. */
const most = 200
/** As many texts as are counted; lists of varying length make ever new ones. */
const counted = 2_000

/**
 * What the planner must see the words of: with a kept plan it stops looking at what is sought, and drops the text index
 * (90 times slower after the fifth search).
 */
const depends = /\blike\b|@@|\bilike\b/i

const uses = new Map<string, number>()
const names = new Map<string, string>()

/**
 * The name under which a connection keeps this statement parsed and planned, or null for one that is parsed each time.
 * Planning a small query under row-level security costs more than running it; a page asks a dozen.
 */
export function statementName(text: string): string | null {
  const known = names.get(text)
  if (known) return known
  if (names.size >= most) return null
  if (uses.size >= counted) uses.clear()
  const times = (uses.get(text) ?? 0) + 1
  uses.set(text, times)
  if (times < worthKeeping || depends.test(text)) return null
  const name = `hedgerow_${names.size}`
  names.set(text, name)
  uses.delete(text)
  return name
}
