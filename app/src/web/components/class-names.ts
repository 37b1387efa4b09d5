/** Joins class names, leaving out what is empty or false; `undefined` when nothing is left, so that no empty `class` is written. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
