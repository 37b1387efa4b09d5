import { isId } from './ids.js'

/** Where a list is opened: after or before a key, or at its start. Keys are ids or times, never words. */
export interface Place {
  readonly after: string | null
  readonly before: string | null
}

/** One page of a list, with the keys of its neighbours; null where the list ends. */
export interface Slice<Row> {
  readonly rows: readonly Row[]
  readonly before: string | null
  readonly after: string | null
}

const keyShape = /^[\w:.~+-]{1,120}$/

/** The place that an address asks for (`?after=…` or `?before=…`). Whatever does not look like a key opens the start. */
export function placeFrom(query: unknown): Place {
  const { after, before } = (query ?? {}) as Readonly<Record<string, unknown>>
  const key = (text: unknown) => (typeof text === 'string' && keyShape.test(text) ? text : null)
  return key(after) ? { after: key(after), before: null } : { after: null, before: key(before) }
}

/** A place by id; anything else opens the start. */
export const idPlace = ({ after, before }: Place): Place => ({
  after: isId(after) ? after : null,
  before: isId(before) ? before : null,
})

/**
 * Makes a page out of rows that a query fetched from a place, one more than fit: the extra row only tells that there
 * are more. Going back (`before`), the query reads towards the start, so its rows come nearest first and are turned
 * round here.
 */
export function sliceOf<Row>(
  fetched: readonly Row[],
  place: Place,
  size: number,
  keyOf: (row: Row) => string,
): Slice<Row> {
  const more = fetched.length > size
  const rows = place.before ? fetched.slice(0, size).reverse() : fetched.slice(0, size)
  const [first, last] = [rows[0], rows.at(-1)]
  const earlier = place.before ? more : place.after !== null
  const later = place.before ? true : more
  return {
    rows,
    before: first !== undefined && earlier ? keyOf(first) : null,
    after: last !== undefined && later ? keyOf(last) : null,
  }
}

/** A count as a list says it: '37', or '1,000+' when counting stopped at the cap. Count `limit cap + 1` rows, never all. */
export function cappedCount(counted: number, cap = 1000): string {
  return counted > cap ? `${cap.toLocaleString('en-GB')}+` : counted.toLocaleString('en-GB')
}
