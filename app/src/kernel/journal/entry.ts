import { createHash } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { canonical } from '../canonical.js'
import type { Plain } from '../canonical.js'
import type { SightColumns } from '../db/sight.js'

/** What an entry's digest covers. Who may see the entry is left out on purpose: that may be narrowed later, the act may not. */
export interface EntryFacts {
  readonly school_id: string
  readonly id: string
  readonly at: Temporal.Instant
  readonly person_id: string | null
  readonly posts: readonly string[]
  readonly channel: string
  readonly act: string
  readonly about_table: string
  readonly about_id: string
  readonly details: { readonly [key: string]: Plain }
  readonly content_digest: Buffer | null
}

export interface LinkRow {
  readonly school_id: string
  readonly position: number
  readonly entry_id: string
  readonly digest: Buffer
  readonly hash: Buffer
  readonly seal: Buffer
}

export interface JournalTables {
  readonly journal_entry: EntryFacts & SightColumns & { readonly digest: Buffer }
  readonly journal_waiting: { readonly school_id: string; readonly entry_id: string }
  readonly journal_link: LinkRow
}

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** SHA-256 over the canonical text of a sealed record's content. */
export const contentDigest = (content: Plain): Buffer => sha256(canonical(content))

/** SHA-256 over the canonical text of an entry's facts, the posts in alphabetical order. */
export function entryDigest(entry: EntryFacts): Buffer {
  const { school_id, id, at, person_id, posts, channel, act, about_table, about_id, details } = entry
  const content_digest = entry.content_digest?.toString('hex') ?? null
  const covered = {
    school_id,
    id,
    at,
    person_id,
    posts: posts.toSorted(),
    channel,
    act,
    about_table,
    about_id,
    details,
    content_digest,
  }
  return sha256(canonical(covered))
}

/** What the first link of a school's chain stands on: 32 zero bytes. */
export const chainStart = Buffer.alloc(32)

/** The hash of one link: SHA-256(hash before it, its position as decimal text, the entry's id, the entry's digest). */
export const linkHash = (before: Buffer, link: Pick<LinkRow, 'position' | 'entry_id' | 'digest'>): Buffer =>
  sha256(before, String(link.position), link.entry_id, link.digest)
