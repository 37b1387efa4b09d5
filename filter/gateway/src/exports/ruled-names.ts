/** What the policy says of a name: open, blocked, or answered under another name that searches safely. */
export type Ruling = 'open' | 'blocked' | { readonly safe: string }

/** A name at which the policy changes: what holds for it, and what for all names below it. */
export interface RuledName {
  readonly host: string
  readonly self: Ruling
  readonly below: Ruling
  /** What would hold here if this name were not mentioned. */
  readonly inherited: Ruling
}

/** Everything that an export says. */
export interface Ruled {
  /** What holds for names that are not mentioned. */
  readonly otherwise: Ruling
  /** Parents before what is below them. */
  readonly names: readonly RuledName[]
}

/** No site has this name: what holds for it below a host holds for all that no list names there. */
const NOBODY = 'hedgerow-asks-for-nobody'

/**
 * Asks the engine about every listed host and about a name below it that no list holds, and keeps those at which the
 * answer changes. So precedence is written once, in the engine: an export has none of its own. What holds for an
 * unlisted name is what holds for the nearest listed name above it, because only listed names can make a difference.
 */
export function ruledNames(listed: Iterable<string>, rule: (host: string) => Ruling): Ruled {
  const otherwise = rule(`${NOBODY}.invalid`)
  const names: RuledName[] = []
  /** The listed names above the one in hand, outermost first. */
  const above: { readonly host: string; readonly below: Ruling }[] = []
  for (const host of parentsFirst(listed)) {
    while (above.length > 0 && !host.endsWith(`.${above.at(-1)?.host}`)) above.pop()
    const inherited = above.at(-1)?.below ?? otherwise
    const self = rule(host)
    const below = rule(`${NOBODY}.${host}`)
    above.push({ host, below })
    if (!isSame(self, inherited) || !isSame(below, inherited)) names.push({ host, self, below, inherited })
  }
  return { otherwise, names }
}

export const isSame = (a: Ruling, b: Ruling): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : a.safe === b.safe

/** Sorted by their labels from the right, so that 'example.org' comes right before all that is below it. */
function parentsFirst(hosts: Iterable<string>): string[] {
  // A label never holds '!', which sorts before everything that one may hold.
  const turned = Array.from(new Set(hosts), (host) => host.split('.').toReversed().join('!'))
  return turned.sort().map((key) => key.split('!').toReversed().join('.'))
}
