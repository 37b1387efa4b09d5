import type { Outcome, Profile } from '../contract.js'
import { type CanonicalHost, canonicalHost, isHost, type NoHost } from '../canonical/host.js'
import type { CanonicalUrl } from '../canonical/url.js'
import type { IllegalLayer } from '../illegal/illegal-layer.js'
import { FOLD } from '../names/alphabet.js'
import { HASH_STEP, hashName } from '../names/name-hash.js'
import { Hits } from '../names/name-table.js'
import type { Group } from '../policy.js'
import { type Candidate, countsLength, type Match, type RuleBook, strength } from './candidates.js'
import { Client, type Memory, RightsOffice } from './client.js'
import type { SafeSearchEngine } from './list-row.js'
import { Matcher, type MatcherParts } from './matcher.js'
import { engineNumber, KNOWN, LONGEST, order, outcomeWith, SLOW, told, withEngine } from './outcome.js'

export interface DeciderParts extends MatcherParts {
  readonly book: RuleBook
  readonly illegal: IllegalLayer
}

const MALFORMED = outcomeWith('malformed', 'block')
const ILLEGAL = outcomeWith('illegal', 'block')

/** Answers as numbers. What it works with is made once; a lookup of a host makes nothing. */
export class Decider {
  readonly #parts: DeciderParts
  readonly #office: RightsOffice
  readonly #hits = new Hits()
  readonly #encoder = new TextEncoder()
  readonly #scratch = new Uint8Array(8192)
  readonly #folded = new Uint8Array(256)
  readonly #matcher: Matcher

  constructor(parts: DeciderParts) {
    this.#parts = parts
    this.#office = new RightsOffice(parts.meta.policy, (group, active) => this.#memory(group, active))
    this.#matcher = new Matcher(parts)
  }

  client(who: Profile['who']): Client {
    return this.#office.client(who)
  }

  /** A profile of this snapshot as it is; one of another snapshot is made anew, for its rights are not these. */
  #own(profile: Profile): Client {
    return profile instanceof Client && profile.rights.belongsTo(this.#office) ? profile : this.client(profile.who)
  }

  ofName(name: Uint8Array, from: number, to: number, profile: Profile, at: number): Outcome {
    const end = to > from && name[to - 1] === 0x2e ? to - 1 : to
    const memory = this.#own(profile).rights.at(at)
    if (endsInFigure(name, from, end)) return this.#ofFigures(name, from, end, memory)
    const hits = this.#hits
    if (!this.#parts.names.walk(name, from, end, hits)) return MALFORMED
    if (!this.#parts.illegal.isEmpty && this.#isIllegal(name, from, end)) return ILLEGAL
    return this.#combined(memory, hits, from, end)
  }

  ofHost(host: string, profile: Profile, at: number): Outcome {
    if (host.length > 1024) return MALFORMED
    const { read, written } = this.#encoder.encodeInto(host, this.#scratch)
    if (read === host.length && written === host.length && !host.includes('xn--')) {
      const outcome = this.ofName(this.#scratch, 0, written, profile, at)
      if (outcome !== MALFORMED) return outcome
    }
    const found = canonicalHost(host)
    return isHost(found) ? this.#ofCanonical(found, this.#own(profile).rights.at(at)) : MALFORMED
  }

  /** By the address alone: words are not its business. */
  ofUrl(url: CanonicalUrl | NoHost, profile: Profile, at: number): Outcome {
    if (!isHost(url)) return MALFORMED
    if (this.#parts.illegal.supplierOf(url.host, url.path) !== null) return ILLEGAL
    const memory = this.#own(profile).rights.at(at)
    if (url.kind === 'name') {
      const outcome = this.#byHostAlone(url, memory)
      if (outcome !== null) return outcome
    }
    const matches = this.#matcher.of(url, url)
    const outcome = this.#resolved(matches, memory, url.kind !== 'name')
    return told(outcome, url.kind === 'name' ? this.#engineBits(matches, memory.group) : 0)
  }

  /** What is decided about any URL of a host of which nothing speaks but as a host; null where the path may matter. */
  #byHostAlone(url: CanonicalUrl, memory: Memory): Outcome | null {
    const { written } = this.#encoder.encodeInto(url.host, this.#scratch)
    const hits = this.#hits
    if (!this.#parts.names.walk(this.#scratch, 0, written, hits) || this.#matcher.looksBeyond(hits, url)) return null
    return this.#combined(memory, hits, 0, written)
  }

  /** Number of the search engine that a host belongs to and this client is to use safely, or -1. */
  engineOf(found: CanonicalHost, { who }: Profile): number {
    return found.kind === 'name' ? engineNumber(this.#engineBits(this.#matcher.ofHost(found.host), who.group)) : -1
  }

  /** Everything that has a say about an address, the strongest first. */
  rankedFor(found: CanonicalHost, url: CanonicalUrl | null, memory: Memory): readonly Candidate[] {
    return this.#ranked(this.#matcher.of(found, url), memory, found.kind !== 'name')
  }

  /** The lists that an address is in, those left out that are spared. */
  listsOf(found: CanonicalHost, url: CanonicalUrl | null): readonly number[] {
    return this.#parts.book.standing(this.#matcher.of(found, url)).map(({ list }) => list)
  }

  #ranked(matches: readonly Match[], memory: Memory, isAddress: boolean): readonly Candidate[] {
    const { book } = this.#parts
    return [...book.about(matches, memory, true), ...book.always(memory, isAddress)].toSorted(
      (a, b) =>
        Number(a.beaten) - Number(b.beaten) || strength(b) - strength(a) || b.within - a.within || a.rule - b.rule,
    )
  }

  #isIllegal(name: Uint8Array, from: number, to: number): boolean {
    let hash = 0
    for (let at = from; at < to; at++) {
      const byte = FOLD[name[at] as number] as number
      this.#folded[at - from] = byte
      hash = Math.imul(hash ^ byte, HASH_STEP)
    }
    return this.#parts.illegal.hasHost(this.#folded, 0, to - from, hash)
  }

  #combined(memory: Memory, hits: Hits, from: number, to: number): Outcome {
    let best = memory.unlisted
    let bestOrder = order(best, 0)
    let engines = 0
    for (let hit = 0; hit < hits.count; hit++) {
      const start = hits.starts[hit] as number
      const place = ((hits.sets[hit] as number) << 1) | (start === from ? 1 : 0)
      const known = memory.outcomes[place] as number
      const outcome = known === 0 ? this.#fill(memory, place) : known
      if ((outcome & SLOW) !== 0) return this.#together(memory, hits, from, to)
      engines |= outcome & (63 << 14)
      const own = order(outcome, to - start)
      if (own > bestOrder) {
        best = outcome
        bestOrder = own
      }
    }
    return told(best, engines)
  }

  /** When a list spares something that it would block elsewhere, hits cannot be weighed one by one. */
  #together(memory: Memory, hits: Hits, from: number, to: number): Outcome {
    const matches: Match[] = []
    for (let hit = 0; hit < hits.count; hit++) {
      const start = hits.starts[hit] as number
      for (const list of this.#matcher.listsOf(hits.sets[hit] as number, start === from))
        matches.push({ list, depth: to - start, matched: '' })
    }
    return told(this.#resolved(matches, memory, false), this.#engineBits(matches, memory.group))
  }

  #memory(group: string, active: Uint8Array): Memory {
    const standing = { group, active }
    const strongest = (isAddress: boolean): number => encoded(this.#parts.book.always(standing, isAddress))
    const outcomes = new Uint32Array((this.#parts.setStarts.length - 1) * 2)
    return { group, active, outcomes, unlisted: strongest(false), address: strongest(true) }
  }

  #fill(memory: Memory, place: number): number {
    const lists = this.#matcher.listsOf(place >>> 1, (place & 1) === 1)
    const matches = lists.map((list): Match => ({ list, depth: 0, matched: '' }))
    const isSlow = lists.some((list) => this.#parts.meta.lists[list]?.kind === 'exceptions')
    const outcome =
      encoded(this.#parts.book.about(matches, memory)) |
      this.#engineBits(matches, memory.group) |
      KNOWN |
      (isSlow ? SLOW : 0)
    memory.outcomes[place] = outcome
    return outcome
  }

  #resolved(matches: readonly Match[], memory: Memory, isAddress: boolean): number {
    return encoded([...this.#parts.book.about(matches, memory), ...this.#parts.book.always(memory, isAddress)])
  }

  #engineBits(matches: readonly Match[], groupId: string): number {
    const { meta } = this.#parts
    const group = meta.policy.groups.find(({ id }) => id === groupId)
    for (const { list } of matches) {
      const row = meta.lists[list]
      if (row?.kind !== 'safe-search') continue
      const engine = meta.engines.findIndex(({ id }) => id === row.id)
      if (isWanted(meta.engines[engine]?.mode, group)) return withEngine(0, engine)
    }
    return 0
  }

  #ofCanonical(found: CanonicalHost, memory: Memory): Outcome {
    const { written } = this.#encoder.encodeInto(found.host, this.#scratch)
    if (
      !this.#parts.illegal.isEmpty &&
      this.#parts.illegal.hasHost(this.#scratch, 0, written, hashName(0, this.#scratch, 0, written))
    )
      return ILLEGAL
    if (found.kind !== 'name') return told(this.#resolved(this.#matcher.ofAddress(found), memory, true), 0)
    if (!this.#parts.names.walk(this.#scratch, 0, written, this.#hits)) return MALFORMED
    return this.#combined(memory, this.#hits, 0, written)
  }

  #ofFigures(name: Uint8Array, from: number, to: number, memory: Memory): Outcome {
    const found = canonicalHost(String.fromCharCode(...name.subarray(from, Math.min(to, from + 1025))))
    return isHost(found) ? this.#ofCanonical(found, memory) : MALFORMED
  }
}

/** Whether a group is to be led to the safe form of an engine; one that nobody knows is. */
function isWanted(mode: SafeSearchEngine['mode'] | undefined, group: Group | undefined): boolean {
  return mode === 'search' ? (group?.safeSearch ?? true) : mode === `youtube-${group?.youtube ?? 'strict'}`
}

/** The strongest of them, or 0 for none. */
function encoded(candidates: readonly Candidate[]): number {
  const [first, ...rest] = candidates
  if (first === undefined) return 0
  const best = rest.reduce((winner, each) => (strength(each) > strength(winner) ? each : winner), first)
  return outcomeWith(best.layer, best.verdict, best.category) | (countsLength(best.layer) ? LONGEST : 0)
}

function endsInFigure(name: Uint8Array, from: number, to: number): boolean {
  const last = name[to - 1] as number
  return (
    to > from &&
    ((last >= 0x30 && last <= 0x39) ||
      last === 0x5d ||
      (last >= 0x61 && last <= 0x66 && mayBeHexadecimal(name, from, to)))
  )
}

/** '0x7f000001' and '2001:db8::a' end in a letter and are addresses; 'facade' and 'example.cafe' are names. */
function mayBeHexadecimal(name: Uint8Array, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at--) {
    const byte = name[at] as number
    if (byte === 0x2e) return false
    if (byte === 0x3a || byte === 0x78 || byte === 0x58) return true
  }
  return false
}
