/**
 * A value that the code around it knows to be there, though its type cannot say so: an item at a place just counted, a key just
 * set. Throws when it is not, which is a fault of ours and never the reader's.
 */
export function present<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error('A value that has to be there is missing.')
  return value
}
