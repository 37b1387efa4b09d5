import type { Provenance } from '../contract.js'

/**
 * A row of a snapshot's table of lists. Everything that can match an address is a list: what was supplied, the hosts
 * that a rule names itself, help, the search engines that can be made safe, and two marks that the snapshot needs.
 */
export interface ListRow extends Provenance {
  /** `exceptions` are what an Adblock list says is not to be blocked after all; `of` is that list's row. */
  readonly kind: 'mark' | 'supplied' | 'exceptions' | 'rule' | 'help' | 'safe-search'
  readonly id: string
  readonly title: string
  /** Number of the category in the policy, or -1. */
  readonly category: number
  readonly of: number
}

export interface SafeSearchEngine {
  readonly id: string
  readonly title: string
  readonly hosts: readonly string[]
  /** Which setting of the group it follows. */
  readonly mode: 'search' | 'youtube-strict' | 'youtube-moderate'
  readonly cname: string | null
  readonly parameters: Readonly<Record<string, string>> | null
  readonly header: Readonly<Record<string, string>> | null
  /** The parameters of its URLs that hold what was typed. */
  readonly terms: readonly string[]
}
