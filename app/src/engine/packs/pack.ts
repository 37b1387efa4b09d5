import type { Procedure } from '../procedures/procedure.js'
import type { Sections } from './schema/sections.js'

/**
 * A policy as data: overlay resolved, checked, frozen. Every section is plain read-only data; `lookup.ts` finds entries
 * by id. Two packs with the same hash are the same policy.
 */
export interface Pack extends Omit<Sections, 'pack'> {
  readonly id: string
  readonly title: string
  /** Three numbers, '1.0.0'. */
  readonly version: string
  /** ISO date from which it may be in force. */
  readonly from: string
  /** The base it was laid over, or null for a base. */
  readonly base: string | null
  readonly summary: string
  /** ISO date on which the law behind it was last checked. */
  readonly checked: string
  /** What differs from the base, in the author's words. */
  readonly differs: readonly string[]
  /** Sound and ready to run, base merged in. */
  readonly procedures: readonly Procedure[]
}

/** A pack that has passed every check, with the SHA-256 of its canonical text in hexadecimal. */
export interface LoadedPack {
  readonly pack: Pack
  readonly hash: string
}
