/**
 * The known word nearest to a mistyped one, as the end of a sentence: '; did you mean "dsl"?'. Empty when nothing is near:
 * a wild guess sends an author the wrong way.
 */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

function nearest(word: string, known: Iterable<string>): string | undefined {
  const furthest = Math.max(1, Math.floor(word.length / 3))
  const ranked = [...known]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= furthest)
    .map((candidate) => ({ candidate, distance: distance(word, candidate) }))
    .toSorted((a, b) => a.distance - b.distance)
  return ranked[0] && ranked[0].distance <= furthest ? ranked[0].candidate : undefined
}

/** Single-letter changes between two words; two letters that changed places count as one (Damerau's restricted form). */
function distance(from: string, to: string): number {
  let before: readonly number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const next = [row]
    for (let column = 1; column <= to.length; column++)
      next.push(cheapest({ from, to, row, column, before, last, next }))
    before = last
    last = next
  }
  return last[to.length] ?? 0
}

interface Cell {
  readonly from: string
  readonly to: string
  readonly row: number
  readonly column: number
  readonly before: readonly number[]
  readonly last: readonly number[]
  readonly next: readonly number[]
}

function cheapest({ from, to, row, column, before, last, next }: Cell): number {
  const same = from[row - 1] === to[column - 1]
  const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
  const costs = [
    cost(last, column) + 1,
    cost(next, column - 1) + 1,
    cost(last, column - 1) + (same ? 0 : 1),
    swapped ? cost(before, column - 2) + 1 : Infinity,
  ]
  return Math.min(...costs)
}

const cost = (row: readonly number[], column: number): number => row[column] ?? Infinity
