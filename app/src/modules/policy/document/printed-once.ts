/** As many prints as are kept: a few wordings of the versions that people ask for in one day. */
const most = 24

const printed = new Map<string, Uint8Array>()

/**
 * Prints what has this key, or gives the print made before: setting a policy takes seconds in which the server answers
 * nobody, a child on the Bother page least, and anybody may ask for the public one as often as they like.
 */
export function printedOnce(key: string, print: () => Uint8Array): Uint8Array {
  const bytes = printed.get(key) ?? print()
  printed.delete(key)
  printed.set(key, bytes)
  for (const old of [...printed.keys()].slice(0, -most)) printed.delete(old)
  return bytes
}
