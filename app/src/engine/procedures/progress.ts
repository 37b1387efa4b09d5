import type { PersonId } from '../../kernel/ids.js'
import type { AnswerRef, StepId } from './procedure.js'

/** The words that a person saw when they answered, kept with the answer so that it still reads right in five years. */
export interface Wording {
  readonly title: string
  readonly text?: string
  readonly mustNots: readonly string[]
  /** Option value → its text, of a question. */
  readonly options: Readonly<Record<string, string>>
  /** Field id → its label, of a record. */
  readonly fields: Readonly<Record<string, string>>
}

/** What somebody offers to enter for a step; `accepts` says whether it can be taken. */
export interface Offer {
  readonly step: StepId
  /** `answered` for ask, record and approve; `done` for the other kinds; `skipped` only where allowed. */
  readonly outcome: 'done' | 'answered' | 'skipped'
  /** Values of the options chosen, of a question or an approval. */
  readonly answers?: readonly string[]
  /** Field id → value: text, ISO date-time ('2026-11-24T10:42', school time), or an option's value. */
  readonly values?: Readonly<Record<string, string>>
  /** In words: why skipped, or why this answer. */
  readonly reason?: string
}

/** One entry of the record. Entries are never changed: a correction is a later entry of the same step. */
export interface Entry extends Offer {
  readonly by: PersonId | null
  /** ISO instant. */
  readonly at: string
  readonly wording: Wording
}

/** Everything entered so far, oldest first, former paths included. */
export type Progress = readonly Entry[]

/** The answers of one entry to a question of its step or to one of its fields; none while skipped or left blank. */
export function answersIn(entry: Offer | undefined, ref: AnswerRef): readonly string[] {
  if (entry === undefined || entry.outcome === 'skipped') return none
  const dot = ref.indexOf('.')
  if (dot === -1) return entry.answers ?? none
  const value = entry.values?.[ref.slice(dot + 1)]
  return value === undefined || value === '' ? none : [value]
}

const none: readonly string[] = []

/** The step that a branch's answer belongs to. */
export function stepOfRef(ref: AnswerRef): StepId {
  const dot = ref.indexOf('.')
  return (dot === -1 ? ref : ref.slice(0, dot)) as string as StepId
}
