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
