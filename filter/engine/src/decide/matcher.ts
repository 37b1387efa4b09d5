import { addressBytes, blockKey } from '../canonical/address.js'
import type { CanonicalHost } from '../canonical/host.js'
import type { CanonicalUrl } from '../canonical/url.js'
import { PATHS_MARK, PATTERNS_MARK } from '../lists/list-gatherer.js'
import { hashName } from '../names/name-hash.js'
import { Hits, type NameTable } from '../names/name-table.js'
import type { PatternTable } from '../patterns/pattern-table.js'
import { UrlBytes } from '../patterns/url-bytes.js'
import type { SnapshotMeta } from '../snapshot/meta.js'
import type { Match } from './candidates.js'

export interface MatcherParts {
  readonly meta: SnapshotMeta
  readonly names: NameTable
  readonly patterns: PatternTable
  readonly setStarts: Uint32Array
  readonly setTags: Uint16Array
}

/** A path counts as naming more of an address than any host does. */
const PATH_DEPTH = 256

/** Finds every list that an address is in, and through what: for URLs and addresses, and for whoever asks why. */
export class Matcher {
  readonly #parts: MatcherParts
  readonly #hits = new Hits()
  readonly #encoder = new TextEncoder()
  readonly #scratch = new Uint8Array(8192)
  readonly #url = new UrlBytes()
  /** For each set of lists whether a mark is among them: 1 for no, 2 for yes, 0 as long as nobody asked. */
  readonly #marks: Uint8Array

  constructor(parts: MatcherParts) {
    this.#parts = parts
    this.#marks = new Uint8Array(parts.setStarts.length)
  }

  /** Whether more than its host can matter to a URL with these hits: rules about paths or about patterns. */
  looksBeyond(hits: Hits, url: CanonicalUrl): boolean {
    for (let hit = 0; hit < hits.count; hit++) if (this.#isMarked(hits.sets[hit] as number)) return true
    return this.#parts.patterns.anywhere(this.#url.fill(url)).length > 0
  }

  #isMarked(set: number): boolean {
    const known = this.#marks[set] as number
    if (known !== 0) return known === 2
    const isMarked = this.listsOf(set, true).some((list) => list === PATHS_MARK || list === PATTERNS_MARK)
    this.#marks[set] = isMarked ? 2 : 1
    return isMarked
  }

  /** Every list that an address is in, with what matched: for URLs, and for whoever asks why. */
  of(found: CanonicalHost, url: CanonicalUrl | null): readonly Match[] {
    const hosts = found.kind === 'name' ? this.ofHost(found.host) : this.ofAddress(found)
    const paths =
      url === null
        ? []
        : hosts
            .filter(({ list }) => list === PATHS_MARK)
            .flatMap(({ matched }) => this.#pathMatches(matched, url, found))
    const patterns = url === null ? [] : this.#patternMatches(hosts, url)
    return [...hosts, ...paths, ...patterns]
  }

  ofHost(host: string): readonly Match[] {
    const { written } = this.#encoder.encodeInto(host, this.#scratch)
    const hits = this.#hits
    this.#parts.names.walk(this.#scratch, 0, written, hits)
    return Array.from({ length: hits.count }, (_, hit) => hit).flatMap((hit) => {
      const start = hits.starts[hit] as number
      const matched = host.slice(start)
      return this.listsOf(hits.sets[hit] as number, start === 0).map((list) => ({
        list,
        depth: matched.length,
        matched,
      }))
    })
  }

  ofAddress(found: CanonicalHost): readonly Match[] {
    const bytes = addressBytes(found)
    const lengths = this.#parts.meta.blockBits[bytes.length === 4 ? 4 : 6]
    return lengths.flatMap((bits) => {
      const matched = bits === bytes.length * 8 ? found.host : `${found.host}/${bits}`
      return this.#listsAt(blockKey({ bytes, bits })).map((list) => ({ list, depth: bits, matched }))
    })
  }

  #pathMatches(host: string, { path }: CanonicalUrl, found: CanonicalHost): readonly Match[] {
    const base = found.kind === 'name' ? host : found.host
    return prefixes(path).flatMap((prefix) =>
      this.#listsAt(base + prefix).map((list) => ({
        list,
        depth: PATH_DEPTH + base.length + prefix.length,
        matched: base + prefix,
      })),
    )
  }

  #patternMatches(hosts: readonly Match[], url: CanonicalUrl): readonly Match[] {
    const bytes = this.#url.fill(url)
    const { patterns } = this.#parts
    // What is matched of an address in figures may be a range of addresses, and no pattern is about one.
    const names = hosts.filter(({ list, matched }) => list === PATTERNS_MARK && url.host.endsWith(matched))
    const found = [
      ...names.flatMap(({ matched }) => patterns.about(bytes, matched.length)),
      ...patterns.anywhere(bytes),
    ]
    return found.map((number): Match => {
      const { list, host, text } = patterns.at(number)
      return { list, depth: PATH_DEPTH + (host?.length ?? 0) + text.length, matched: `${host ?? ''}${text}` }
    })
  }

  #listsAt(text: string): readonly number[] {
    const { written } = this.#encoder.encodeInto(text, this.#scratch)
    const { names } = this.#parts
    const set = names.get(this.#scratch, 0, written, hashName(names.parts.seed, this.#scratch, 0, written))
    return set < 0 ? [] : this.listsOf(set, true)
  }
  /** The lists of a set; those that mean a name alone only when it is the whole. */
  listsOf(set: number, whole: boolean): readonly number[] {
    const { setStarts, setTags } = this.#parts
    const tags = Array.from(setTags.subarray(setStarts[set], setStarts[set + 1]))
    return tags.filter((tag) => whole || (tag & 1) === 0).map((tag) => tag >>> 1)
  }
}

/** '/a', '/a/b' and '/a/b?c' of '/a/b?c': what a rule about a path may have said. */
function prefixes(path: string): readonly string[] {
  const ends = Array.from(path).flatMap((character, at) =>
    at > 0 && (character === '/' || character === '?') ? [at] : [],
  )
  return [...new Set([...ends, path.length])].map((end) => path.slice(0, end))
}
