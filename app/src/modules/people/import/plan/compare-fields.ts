import type { FieldChange } from './import-plan.js'

/**
 * What differs in the named fields, from one record to the other. A field that the second does not have is not compared: the
 * file had no such column.
 */
export function compareFields<Key extends string>(
  keys: readonly Key[],
  before: Readonly<Partial<Record<Key, unknown>>>,
  now: Readonly<Partial<Record<Key, unknown>>>,
): readonly FieldChange<Key>[] {
  return keys.flatMap((field) => {
    const [from, to] = [before[field] ?? null, now[field]]
    return to === undefined || sameValue(from, to) ? [] : [{ field, from, to }]
  })
}

/** The values that changed fields have afterwards. */
export function afterChanges<Key extends string>(
  fields: readonly FieldChange<Key>[],
): Readonly<Partial<Record<Key, never>>> {
  return Object.fromEntries(fields.map(({ field, to }) => [field, to])) as Partial<Record<Key, never>>
}

function sameValue(from: unknown, to: unknown): boolean {
  if (Array.isArray(to)) return JSON.stringify(from ?? []) === JSON.stringify(to)
  return from === to
}
