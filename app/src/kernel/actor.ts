import type { PersonId, PostId, SchoolId } from './ids.js'

/**
 * By which door an act comes in. The database's policies read it: 'worker' is our own background work, 'sign-in' the
 * moment before we know who somebody is, 'public' a reporter with no account, 'setup' the making of a new school.
 */
export type Channel = 'web' | 'public' | 'sign-in' | 'setup' | 'worker' | 'gateway'

/** Who acts, in which school, in which posts. Every transaction is confined to one actor by row-level security. */
export interface Actor {
  readonly schoolId: SchoolId
  readonly personId: PersonId | null
  readonly posts: ReadonlySet<PostId>
  /** What those posts allow, as the pack in force says: 'concerns.triage'. Row-level security reads these too. */
  readonly powers: ReadonlySet<string>
  readonly channel: Channel
  /** Keyed hash of what an account-less visitor holds (a bother's receipt); opens only the rows that carry it. */
  readonly receipt?: string
}

const none: ReadonlySet<never> = new Set()

/** The background worker in one school. It may see every row of that school, and is never reachable from a request. */
export const workerIn = (schoolId: SchoolId): Actor => ({
  schoolId,
  personId: null,
  posts: none,
  powers: none,
  channel: 'worker',
})

/** Somebody with no account on a public page; with a receipt, the one conversation it opens. */
export const publicIn = (schoolId: SchoolId, receipt?: string): Actor => ({
  schoolId,
  personId: null,
  posts: none,
  powers: none,
  channel: 'public',
  ...(receipt === undefined ? {} : { receipt }),
})

/** Somebody who is about to prove who they are. */
export const signingIn = (schoolId: SchoolId): Actor => ({
  schoolId,
  personId: null,
  posts: none,
  powers: none,
  channel: 'sign-in',
})

/** The making of a school, before anybody can sign in to it. */
export const settingUp = (schoolId: SchoolId): Actor => ({
  schoolId,
  personId: null,
  posts: none,
  powers: none,
  channel: 'setup',
})
