import type { Decision, Outcome, Profile, Question, Rewrite, Seal, Snapshot, TextScore, Who } from '../contract.js'
import { type CanonicalHost, isHost } from '../canonical/host.js'
import { canonicalUrl, type CanonicalUrl } from '../canonical/url.js'
import { type Candidate, RuleBook } from '../decide/candidates.js'
import type { Client } from '../decide/client.js'
import { Decider } from '../decide/decider.js'
import { explain, type Explained } from '../decide/explain.js'
import type { CategoryId } from '../policy.js'
import type { SafeSearchEngine } from '../decide/list-row.js'
import { categoryNumber, engineNumber, layerOf, outcomeWith, told, verdictOf, withEngine } from '../decide/outcome.js'
import { IllegalLayer } from '../illegal/illegal-layer.js'
import { NameTable } from '../names/name-table.js'
import { readNames } from '../names/read-names.js'
import { buildPatternTable } from '../patterns/build-pattern-table.js'
import { PatternTable } from '../patterns/pattern-table.js'
import { knowsSchoolDaysUntil } from '../policy/school-time.js'
import { searchTermOf } from '../search/safe-search.js'
import { byWords, limitsOf, type WordLimits } from '../words/by-words.js'
import { TextScorer } from '../words/text-scorer.js'
import { decodeMeta, type SnapshotMeta } from './meta.js'
import { asUint16, asUint32, readSnapshotFile, type Sections, type SnapshotFile } from './snapshot-file.js'

/**
 * Opens a snapshot that was compiled and signed. Throws SnapshotRefused with a sentence, and nothing else, for any other bytes.
 * From the one `before` it, what was made ready for the same phrases is taken over: 10,000 of them take a fifth of a second.
 */
export function openSnapshot(buffer: ArrayBufferLike, seal: Seal, before?: Snapshot): OpenSnapshot {
  return new OpenSnapshot(buffer, readSnapshotFile(buffer, seal), before)
}

/** A snapshot in use. It never changes; many may be open at once, and share their buffer with other threads. */
export class OpenSnapshot implements Snapshot, Explained {
  readonly id
  readonly compiledAt
  readonly entries: number
  readonly knowsSchoolDaysUntil: number
  readonly buffer: ArrayBufferLike
  readonly file: SnapshotFile & { readonly sections: Sections }
  readonly meta: SnapshotMeta
  readonly names: NameTable
  readonly patterns: PatternTable
  readonly #decider: Decider
  readonly #illegal: IllegalLayer
  readonly #scorer: TextScorer

  constructor(buffer: ArrayBufferLike, file: SnapshotFile, before?: Snapshot) {
    const meta = decodeMeta(file.sections.meta)
    const patterns = file.sections.patterns ?? buildPatternTable(meta.patterns ?? [])
    const sections = { ...file.sections, patterns }
    this.buffer = buffer
    this.file = { ...file, sections }
    this.id = file.id
    this.compiledAt = file.compiledAt
    this.meta = meta
    this.entries = meta.names.count
    this.knowsSchoolDaysUntil = knowsSchoolDaysUntil(meta.policy)
    this.names = new NameTable({
      seed: meta.names.seed,
      buckets: meta.names.buckets,
      index: asUint32(sections.index),
      entries: sections.entries,
      code: asUint32(sections.code),
    })
    this.patterns = new PatternTable(patterns)
    this.#illegal = new IllegalLayer(meta.suppliers, sections.illegal)
    const scorer = before instanceof OpenSnapshot ? before.#scorer : null
    this.#scorer = scorer?.isFor(meta.phrases) ? scorer : new TextScorer(meta.phrases)
    this.#decider = new Decider({
      meta,
      names: this.names,
      patterns: this.patterns,
      setStarts: asUint32(sections.setStarts),
      setTags: asUint16(sections.setTags),
      book: new RuleBook(meta.policy, meta.lists),
      illegal: this.#illegal,
    })
  }

  /** The sets that names are in, as they lie in the file: see TagSets. */
  get sets(): { readonly starts: Uint32Array; readonly tags: Uint16Array } {
    const { sections } = this.file
    return { starts: asUint32(sections.setStarts), tags: asUint16(sections.setTags) }
  }

  get memberships(): readonly (readonly number[])[] {
    const { starts, tags } = this.sets
    return Array.from({ length: starts.length - 1 }, (_, set) =>
      Array.from(tags.subarray(starts[set], starts[set + 1])),
    )
  }

  get illegal(): Snapshot['illegal'] {
    return this.#illegal.state
  }

  get policy(): SnapshotMeta['policy'] {
    return this.meta.policy
  }

  get lists(): SnapshotMeta['lists'] {
    return this.meta.lists
  }

  profile(who: Who): Client {
    return this.#decider.client(who)
  }

  outcomeOfName(name: Uint8Array, from: number, to: number, profile: Profile, at: number): Outcome {
    return this.#decider.ofName(name, from, to, profile, at)
  }

  outcomeOfHost(host: string, profile: Profile, at: number): Outcome {
    return this.#decider.ofHost(host, profile, at)
  }

  outcomeOfUrl(text: string, profile: Profile, at: number): Outcome {
    const url = canonicalUrl(text)
    const outcome = this.#decider.ofUrl(url, profile, at)
    const limits = limitsOf(this.policy, profile)
    const typed = limits !== undefined && isHost(url) ? searchTermOf(url.host, url.path) : null
    return limits === undefined || typed === null ? outcome : this.#worded(outcome, typed, limits)
  }

  /** What `explain` says in full: of address and words, the stricter. */
  #worded(outcome: Outcome, typed: string, limits: WordLimits): Outcome {
    const byAddress = { layer: layerOf(outcome), verdict: verdictOf(outcome) }
    const words = byWords(byAddress, this.#scorer.score(typed, limits), limits)
    if (words === null) return outcome
    const category = this.policy.categories.findIndex(({ id }) => id === words.score.category)
    return told(outcomeWith('words', words.verdict, category), withEngine(0, engineNumber(outcome)))
  }

  decide(question: Question): Decision {
    return explain(this, question, this.profile(question.who))
  }

  candidates(found: CanonicalHost, url: CanonicalUrl | null, profile: Profile, at: number): readonly Candidate[] {
    const memory = this.profile(profile.who).rights.at(at)
    return this.#decider.rankedFor(found, url, memory)
  }

  categoriesOf(found: CanonicalHost, url: CanonicalUrl | null): readonly CategoryId[] {
    const numbers = this.#decider.listsOf(found, url).map((list) => this.meta.lists[list]?.category ?? -1)
    return [...new Set(numbers)].flatMap((number) => this.meta.policy.categories[number]?.id ?? [])
  }

  supplierOf(host: string, path: string | null): string | null {
    return this.#illegal.supplierOf(host, path)
  }

  rewrite(outcome: Outcome): Rewrite | null {
    return this.#rewriteBy(engineNumber(outcome))
  }

  rewriteOfHost(host: CanonicalHost, profile: Profile): Rewrite | null {
    return this.#rewriteBy(this.#decider.engineOf(host, profile))
  }

  /** Asked about every open name: place -1 of an array would be looked up as a property of that name, slowly. */
  #rewriteBy(engine: number): Rewrite | null {
    return engine < 0 ? null : rewriteOf(this.meta.engines[engine])
  }

  /** The category that an outcome was decided by, if it was one. */
  categoryOf(outcome: Outcome): CategoryId | null {
    return this.meta.policy.categories[categoryNumber(outcome)]?.id ?? null
  }

  hosts(): Iterable<string> {
    return hostsAmong(readNames(this.names.parts))
  }

  /** How much there is that `hosts` leaves out: rules about paths and parts of URLs, and addresses and blocks of them. */
  beyondHosts(): { readonly paths: number; readonly blocks: number } {
    let [paths, blocks] = [this.patterns.count, 0]
    for (const key of readNames(this.names.parts)) {
      if (key.startsWith('/')) blocks++
      else if (key.includes('/')) paths++
    }
    return { paths, blocks }
  }

  score(text: string, profile: Profile): readonly TextScore[] {
    const limits = limitsOf(this.policy, profile)
    return limits === undefined ? [] : this.#scorer.score(text, limits)
  }
}

function rewriteOf(engine: SafeSearchEngine | undefined): Rewrite | null {
  if (engine === undefined) return null
  const { id, cname, parameters, header } = engine
  return { engine: id, cname, parameters, header }
}

/** Keys with a slash are paths ('host/path') and address blocks ('/4/24/c0a801'). */
function* hostsAmong(keys: Iterable<string>): Generator<string> {
  for (const key of keys) if (!key.includes('/')) yield key
}
