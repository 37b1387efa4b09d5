import { addressBytes, type AddressBlock, blockKey } from '../canonical/address.js'
import { type CanonicalHost, canonicalHost, isHost, isPlainName } from '../canonical/host.js'
import { canonicalUrl } from '../canonical/url.js'
import type { ListReport } from '../list-source.js'
import { FOLD } from '../names/alphabet.js'
import { LONGEST_TEXT } from '../names/speller.js'
import { exactTag, TaggedNames, treeTag } from '../names/tagged-names.js'
import type { UrlPattern } from '../patterns/url-pattern.js'

const MOST_EXAMPLES = 100

/** Numbers of lists that the snapshot itself needs: marks on hosts that have rules about paths or patterns. */
export const PATHS_MARK = 0
export const PATTERNS_MARK = 1

/** Where all lists of one compilation are gathered. */
export interface Gathered {
  readonly names: TaggedNames
  patterns: UrlPattern[]
  /** The lengths of address blocks that occur, for IPv4 and IPv6. */
  readonly blockBits: { readonly 4: Set<number>; readonly 6: Set<number> }
}

export const gathering = (seed: number, expected?: number): Gathered => ({
  names: new TaggedNames(seed, expected),
  patterns: [],
  blockBits: { 4: new Set(), 6: new Set() },
})

/** Takes the entries of one list, and keeps the account of every line that it could not take. */
export class ListGatherer {
  readonly list: number
  readonly report: { -readonly [Key in keyof ListReport]: ListReport[Key] }
  #gathered: Gathered
  readonly #refused = new Map<string, number>()
  readonly #examples: { file: string; line: number; text: string; why: string }[] = []
  readonly #decoder = new TextDecoder()
  readonly #scratch = new Uint8Array(256)
  #at = { file: '', line: 0, text: '' }

  constructor(id: string, list: number, gathered: Gathered) {
    this.list = list
    this.#gathered = gathered
    this.report = {
      list: id,
      carried: false,
      lines: 0,
      entries: 0,
      duplicates: 0,
      comments: 0,
      refused: [],
      examples: [],
    }
  }

  /** What comes next goes there. */
  turnTo(gathered: Gathered): void {
    this.#gathered = gathered
  }

  /** Where what comes next stands, for the report. */
  at(file: string, line: number): void {
    this.#at = { file, line, text: '' }
    this.report.lines += 1
  }

  text(bytes: Uint8Array, from: number, to: number): string {
    this.#at.text = this.#decoder.decode(bytes.subarray(from, to))
    return this.#at.text
  }

  comment(): void {
    this.report.comments += 1
  }

  refuse(why: string): void {
    this.#refused.set(why, (this.#refused.get(why) ?? 0) + 1)
    if (this.#examples.length >= MOST_EXAMPLES) return
    // eslint-disable-next-line no-control-regex -- what a damaged list holds must not reach a terminal
    const text = this.#at.text.slice(0, 80).replace(/[^\x20-\x7e\u00a0-\uffff]/g, '�')
    this.#examples.push({ ...this.#at, text, why })
  }

  /** A name in bytes, any case; the short way for lists of millions. */
  plainHost(bytes: Uint8Array, from: number, to: number, exact: boolean): void {
    if (!isPlainName(bytes, from, to)) return this.host(this.text(bytes, from, to), exact)
    for (let at = from; at < to; at++) this.#scratch[at - from] = FOLD[bytes[at] as number] as number
    this.#count(this.#gathered.names.add(this.#scratch, 0, to - from, exact ? exactTag(this.list) : treeTag(this.list)))
  }

  host(text: string, exact: boolean): void {
    const found = canonicalHost(text)
    if (!isHost(found)) return this.refuse(found.why)
    if (found.kind !== 'name') return this.block(wholeBlock(found))
    this.#count(this.#gathered.names.addText(found.host, exact ? exactTag(this.list) : treeTag(this.list)))
  }

  block(block: AddressBlock): void {
    this.#gathered.blockBits[block.bytes.length === 4 ? 4 : 6].add(block.bits)
    this.#count(this.#gathered.names.addText(blockKey(block), treeTag(this.list)))
  }

  /** A URL or host with a path: the path and all below it, on the host and all below it. */
  url(text: string): void {
    const found = canonicalUrl(text)
    if (!isHost(found)) return this.refuse(found.why)
    if (found.path === '/') return this.host(found.host, false)
    const key = found.host + (found.path.endsWith('/') ? found.path.slice(0, -1) : found.path)
    // A key is ASCII: hosts are in punycode and paths percent-encoded.
    if (key.length > LONGEST_TEXT) return this.refuse(`longer than ${LONGEST_TEXT} characters`)
    this.#mark(found, PATHS_MARK)
    this.#count(this.#gathered.names.addText(key, treeTag(this.list)))
  }

  pattern(pattern: UrlPattern): void {
    if (pattern.host !== null) this.#mark({ host: pattern.host, kind: 'name' }, PATTERNS_MARK)
    this.#gathered.patterns.push(pattern)
    this.#count(true)
  }

  done(): ListReport {
    this.report.refused = [...this.#refused].map(([why, lines]) => ({ why, lines }))
    this.report.examples = this.#examples
    return this.report
  }

  #mark(found: CanonicalHost, mark: number): void {
    const key = found.kind === 'name' ? found.host : blockKey(wholeBlock(found))
    if (found.kind !== 'name')
      this.#gathered.blockBits[found.kind === 'ipv4' ? 4 : 6].add(found.kind === 'ipv4' ? 32 : 128)
    this.#gathered.names.addText(key, treeTag(mark))
  }

  #count(isNew: boolean): void {
    if (isNew) this.report.entries += 1
    else this.report.duplicates += 1
  }
}

const wholeBlock = (found: CanonicalHost): AddressBlock => {
  const bytes = addressBytes(found)
  return { bytes, bits: bytes.length * 8 }
}
