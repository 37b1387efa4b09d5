import type { Check, Fault } from './fault.js'

/** Nobody covers for somebody who covers for them, and no agency waits for one that waits for it. */
export const noCircles: Check = ({ posts, agencies }) => [
  ...circles(posts, 'deputies', (around) => `deputies go round in a circle: ${around}.`),
  ...circles(agencies, 'before', (around) => `agencies wait for one another in a circle: ${around}.`),
]

function circles<Key extends string>(
  entries: readonly ({ readonly id: string } & { readonly [K in Key]?: readonly string[] })[],
  key: Key,
  sentence: (around: string) => string,
): readonly Fault[] {
  const onward = new Map<string, readonly string[]>(entries.map((entry) => [entry.id, entry[key] ?? []]))
  return entries.flatMap((entry) => {
    const around = wayBack(entry.id, onward)
    // Said once, at the member that comes first in the alphabet, not once for each member.
    if (around === undefined || around.some((id) => id < entry.id)) return []
    return [{ on: entry, key, sentence: sentence([...around, entry.id].map((id) => `"${id}"`).join(' → ')) }]
  })
}

/** The shortest way from an entry back to itself, or nothing. */
function wayBack(from: string, onward: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[from]]
  const seen = new Set<string>()
  for (const way of ways) {
    const next = onward.get(way.at(-1) ?? '') ?? []
    if (next.includes(from)) return way
    for (const id of next.filter((candidate) => !seen.has(candidate))) {
      seen.add(id)
      ways.push([...way, id])
    }
  }
  return undefined
}
