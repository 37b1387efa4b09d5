/** One network rule of an Adblock list that is about more than a host. */
export interface UrlPattern {
  readonly list: number
  /** For '||host…' the host it is about, with all below; null when it may be anywhere. */
  readonly host: string | null
  /** What must follow the host, or be anywhere in the URL: literal text, with '*' for anything and '^' for a separator. */
  readonly text: string
  readonly fromStart: boolean
  readonly toEnd: boolean
}

/** The same for patterns that are the same. Sorted by it, those about a host stand together. */
export const patternKey = ({ list, host, text, fromStart, toEnd }: UrlPattern): string =>
  `${host ?? ''}\0${text}\0${list}\0${Number(fromStart)}${Number(toEnd)}`

/** Each once. */
export const distinct = (patterns: readonly UrlPattern[]): readonly UrlPattern[] => [
  ...new Map(patterns.map((pattern) => [patternKey(pattern), pattern])).values(),
]

/** Those of some patterns that are not among others. */
export function withoutPatterns(patterns: readonly UrlPattern[], gone: readonly UrlPattern[]): UrlPattern[] {
  const away = new Set(gone.map(patternKey))
  return patterns.filter((pattern) => !away.has(patternKey(pattern)))
}

/** A separator is anything but a letter, a figure, or one of _ - . %, or the end (Adblock Plus, filter cheat sheet). */
const SEPARATOR = /[^A-Za-z0-9_.%-]/

/**
 * Whether a pattern matches a URL, without regular expressions: '*' remembers one place to come back to, so the time is
 * bounded by length times length, whatever the list says. Letters match in any case, as Adblock rules do.
 */
export function matchesPattern(pattern: UrlPattern, host: string, url: string): boolean {
  if (pattern.host !== null) {
    if (host !== pattern.host && !host.endsWith(`.${pattern.host}`)) return false
    const after = url.slice(url.indexOf(host, url.indexOf('://')) + host.length)
    return matchesAt(pattern.text, after, true, pattern.toEnd)
  }
  return matchesAt(pattern.text, url, pattern.fromStart, pattern.toEnd)
}

function matchesAt(pattern: string, text: string, fromStart: boolean, toEnd: boolean): boolean {
  const [wanted, given] = [`${fromStart ? '' : '*'}${pattern}${toEnd ? '' : '*'}`, text.toLowerCase()]
  let [at, place, star, retry] = [0, 0, -1, 0]
  while (at < given.length) {
    if (wanted[place] === '*') {
      star = place++
      retry = at
    } else if (fits(wanted[place], given[at] as string)) {
      place++
      at++
    } else {
      if (star < 0) return false
      place = star + 1
      at = ++retry
    }
  }
  while (wanted[place] === '*' || (wanted[place] === '^' && at === given.length)) place++
  return place === wanted.length
}

function fits(wanted: string | undefined, given: string): boolean {
  return wanted === '^' ? SEPARATOR.test(given) : wanted === given
}
