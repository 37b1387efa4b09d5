import type { ListRow, SafeSearchEngine } from '../decide/list-row.js'
import type { SupplierState } from '../contract.js'
import type { Phrase } from '../list-source.js'
import type { UrlPattern } from '../patterns/url-pattern.js'
import type { Policy } from '../policy.js'
import type { ListState } from './list-contents.js'

/** What a snapshot holds besides names and hashes: small, and read once when it is opened. */
export interface SnapshotMeta {
  readonly policy: Policy
  readonly lists: readonly ListRow[]
  /** How the supplied lists were when they were read. Snapshots of before November 2026 do not tell. */
  readonly states?: readonly ListState[]
  /** How many names are in each set of lists; there when `states` is. */
  readonly sizes?: readonly number[]
  readonly engines: readonly SafeSearchEngine[]
  /** Snapshots of format 1 held them here; now they have a section. */
  readonly patterns?: readonly UrlPattern[]
  readonly blockBits: { readonly 4: readonly number[]; readonly 6: readonly number[] }
  readonly phrases: readonly Phrase[]
  readonly suppliers: readonly SupplierMeta[]
  readonly names: { readonly seed: number; readonly buckets: number; readonly count: number }
}

/** A supplier's list in a snapshot: its hashes are `entries` of 32 bytes from number `first` of the illegal section. */
export interface SupplierMeta extends SupplierState {
  readonly first: number
  /** Put before what is hashed, in hexadecimal; '' for none. */
  readonly salt: string
}

export const encodeMeta = (meta: SnapshotMeta): Uint8Array => new TextEncoder().encode(JSON.stringify(meta))

/** The decoder refuses to look into shared memory, hence the copy. */
export const decodeMeta = (section: Uint8Array): SnapshotMeta =>
  JSON.parse(new TextDecoder().decode(Uint8Array.from(section))) as SnapshotMeta
