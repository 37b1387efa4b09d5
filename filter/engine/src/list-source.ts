/** Where lists come from and what the compiler says about them. docs/filter/list-formats.md has the formats. */
import type { Provenance } from './contract.js'
import type { CategoryId, ListId } from './policy.js'

/**
 * `domains`: one name a line, with all below it. `hosts`: a hosts file, exact names. `urls`: URLs and paths.
 * `adblock`: the documented subset of Adblock network rules. `addresses`: IPv4 and IPv6 addresses and ranges.
 * `ut1`, `squidguard`: folders of categories with files `domains` and `urls`. `e2guardian`, `squid`: their list files.
 */
export type ListFormat =
  'domains' | 'hosts' | 'urls' | 'adblock' | 'addresses' | 'ut1' | 'squidguard' | 'e2guardian' | 'squid'

/** One file of a list. `read` may be called again; gzip is recognised by its first bytes, and bounded. */
export interface ListFile {
  /** As the report names it: 'adult/domains'. */
  readonly path: string
  read(): AsyncIterable<Uint8Array>
  /** Tells one content from another. Lists whose files have it are read again only when it has changed. */
  digest?(): Promise<string>
}

export interface ListSource extends Provenance {
  readonly id: ListId
  readonly title: string
  readonly format: ListFormat
  /** The category its entries are in; null for lists that only rules name. Folder formats take the folder's name instead. */
  readonly category: CategoryId | null
  /** For folder formats: folder name → our category, or null to leave it out. A folder not named is refused and reported. */
  readonly folders?: Readonly<Record<string, CategoryId | null>>
  readonly files: readonly ListFile[]
  /**
   * What changed since `files`, one file for each time, the oldest first: lines of the list's own format behind '+' for
   * what came and '-' for what went, as squidGuard has them. Not for folder formats.
   */
  readonly diffs?: readonly ListFile[]
}

/**
 * A supplier's list of illegal content. Hashes only: SHA-256 of the canonical host or host and path; never a plain entry.
 * The whole text is signed by the supplier, whose public key the school has from the supplier, not from the list.
 */
export interface SupplierSource {
  readonly supplier: string
  readonly read: () => AsyncIterable<Uint8Array>
  readonly verify: (bytes: Uint8Array, signature: Uint8Array) => boolean
}

/** A weighted phrase. Negative weights are contexts that speak against: health, news, teaching. */
export interface Phrase {
  readonly id: string
  readonly words: string
  readonly category: CategoryId
  readonly weight: number
  /** BCP 47, 'en', 'pl', 'ur'. */
  readonly language: string
}

export interface CompileReport {
  readonly entries: number
  readonly bytes: number
  readonly milliseconds: number
  readonly lists: readonly ListReport[]
  readonly suppliers: readonly {
    readonly supplier: string
    readonly entries: number
    readonly kept: 'new' | 'last-good'
    readonly why: string
  }[]
  /** What the policy itself got wrong, in sentences; compilation with any of these makes no snapshot. */
  readonly problems: readonly string[]
  /** What is allowed and perhaps not meant, in sentences. */
  readonly notices: readonly string[]
}

export interface ListReport {
  readonly list: ListId
  /** True for a list that was not read, because it is as it was when the snapshot before was made; its lines are 0 then. */
  readonly carried: boolean
  /** Lines read, those of diffs too. */
  readonly lines: number
  readonly entries: number
  readonly duplicates: number
  readonly comments: number
  /** Every line that was not taken, counted by why. */
  readonly refused: readonly { readonly why: string; readonly lines: number }[]
  /** The first lines of each kind, up to a hundred in all, with what they said (at most 80 characters). */
  readonly examples: readonly {
    readonly file: string
    readonly line: number
    readonly text: string
    readonly why: string
  }[]
}
