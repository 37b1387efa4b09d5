import type { Temporal } from 'temporal-polyfill'
import type { ReadTx } from '../kernel/db/tx.js'
import type { Module } from './module.js'

/** One day or moment that somebody should have in their calendar: a deadline, a review, a meeting, a renewal. */
export interface DiaryEntry {
  /** Stays the same as long as it is the same thing, so that a calendar moves it and does not add another. */
  readonly id: string
  /** Words that may lie with whoever keeps the calendar: what kind of thing it is, never who or what it is about. */
  readonly words: string
  /** A path of ours where it can be read after signing in. */
  readonly url: string
  /** A moment by which it must be done, or a whole day in London. */
  readonly when: Temporal.Instant | Temporal.PlainDate
}

/**
 * What a module puts into the actor's own calendar, under row-level security: nothing that is not theirs. The modules are
 * given for those that speak for what others declare.
 */
export type Diary = (tx: ReadTx, modules: readonly Module[]) => Promise<readonly DiaryEntry[]>
