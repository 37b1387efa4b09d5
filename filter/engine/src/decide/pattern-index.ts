import type { UrlPattern } from '../lists/url-pattern.js'

/** Characters of a URL that lead to the patterns which hold them. Four fit one number and are rarely those of another. */
const GRAM = 4
const STAR = 0x2a
const SEPARATOR = 0x5e

/**
 * Which patterns could match a URL, so that a list of thousands costs a look at each of its characters and not a trial
 * of each pattern. A pattern about a host waits under that host; one that may be anywhere waits under the four of its
 * characters that the fewest others have. It only leaves out what cannot match: whoever asks tries the rest.
 */
export class PatternIndex {
  readonly #byHost = new Map<string, number[]>()
  readonly #byGram = new Map<number, number[]>()
  /** Those with no four characters between two wildcards. */
  readonly #always: number[] = []
  readonly #hasAnywhere: boolean

  constructor(patterns: readonly UrlPattern[]) {
    const anywhere = [...patterns.entries()].filter(([, { host }]) => host === null)
    this.#hasAnywhere = anywhere.length > 0
    for (const [number, { host }] of patterns.entries()) if (host !== null) put(this.#byHost, host, number)
    const common = new Map<number, number>()
    for (const [, { text }] of anywhere) eachGram(text, (gram) => common.set(gram, (common.get(gram) ?? 0) + 1))
    for (const [number, { text }] of anywhere) {
      let [rarest, fewest] = [-1, Number.POSITIVE_INFINITY]
      eachGram(text, (gram) => {
        const others = common.get(gram) ?? 0
        if (others < fewest) [rarest, fewest] = [gram, others]
      })
      if (rarest < 0) this.#always.push(number)
      else put(this.#byGram, rarest, number)
    }
  }

  /** Numbers of the patterns about one of these hosts that a URL's host is or lies below. */
  about(hosts: readonly string[]): readonly number[] {
    return hosts.flatMap((host) => this.#byHost.get(host) ?? [])
  }

  /** Numbers of the patterns that may be anywhere and have four characters in common with a URL, in order. */
  anywhere(url: string): readonly number[] {
    if (!this.#hasAnywhere) return NONE
    const found = new Set(this.#always)
    eachGram(url.toLowerCase(), (gram) => {
      const numbers = this.#byGram.get(gram)
      if (numbers !== undefined) for (const number of numbers) found.add(number)
    })
    return found.size === 0 ? NONE : [...found].toSorted((a, b) => a - b)
  }
}

const NONE: readonly number[] = []

function put<Key>(into: Map<Key, number[]>, key: Key, number: number): void {
  const known = into.get(key)
  if (known === undefined) into.set(key, [number])
  else known.push(number)
}

/** Tells every four characters in a row as one number, none of them a wildcard: a URL must hold these for a pattern to match. */
function eachGram(text: string, tell: (gram: number) => void): void {
  let [gram, run] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    run = character === STAR || character === SEPARATOR ? 0 : run + 1
    gram = ((gram << 8) | (character & 0xff)) >>> 0
    if (run >= GRAM) tell(gram)
  }
}
