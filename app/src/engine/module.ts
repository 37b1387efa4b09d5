import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import type { Temporal } from 'temporal-polyfill'
import type { Migration } from '../kernel/db/migrate.js'
import type { ReadTx } from '../kernel/db/tx.js'
import type { Listener } from '../kernel/events.js'
import type { PersonId } from '../kernel/ids.js'
import type { Job, RecurringJob } from '../kernel/jobs/job.js'
import type { SealedTable } from '../kernel/journal/sealed.js'
import type { ClauseState } from './clauses/clause-state.js'
import type { Deps } from './deps.js'
import type { Diary } from './diary.js'
import type { Duty } from './duties/duty.js'
import type { Notice } from './notices/notice.js'
import type { Clause } from './packs/schema/sections.js'
import type { Register } from './registers/register.js'

/** A unit of code that keeps clauses: it does something, and `check` says whether the clauses it keeps are being kept. */
export interface Mechanism {
  /** An id of packs/mechanisms.yaml: 'same-day-triage'. */
  readonly id: string
  /** What a clause may set under `with:`. */
  readonly params: TSchema
  /** Where a person sees it at work: a page of ours that serves its clauses. */
  readonly page: string | null
  /**
   * The state of one clause at one instant: set-based SQL, never a loop of queries. An instant in the past is answered
   * from the rows' own dates. Run as the worker, so findings hold ids and counts, never a child's name.
   */
  readonly check: (
    tx: ReadTx,
    params: Readonly<Record<string, unknown>>,
    asOf: Temporal.Instant,
    /** The clause that asks: only for a mechanism that is `perClause`. */
    clause?: Clause,
  ) => Promise<ClauseState>
  /** Two clauses with the same parameters are two things to this mechanism: each is asked about by itself. */
  readonly perClause?: true
}

/** How long a table's rows live, from when, and why: required of every table. */
export interface Retention {
  readonly table: string
  readonly keep: string
  readonly from: string
  readonly basis: string
}

/** What a person who asks for their own records gets from this module. */
export interface SubjectAccess {
  /** Tables with personal data, each with the columns that name the person. */
  readonly tables: readonly { readonly table: string; readonly person: readonly string[] }[]
  /** The person's records in plain words, oldest first. Third parties are for the reader to redact. */
  readonly gather: (
    tx: ReadTx,
    person: PersonId,
  ) => Promise<readonly { readonly at: Temporal.Instant; readonly words: string }[]>
}

/** A count for governors, under row-level security, never a name. */
export interface Measure {
  readonly id: string
  readonly title: string
  readonly count: (tx: ReadTx, from: Temporal.Instant, to: Temporal.Instant) => Promise<number>
}

/** Where a record of a table can be read, for whoever may see it: how a finding of a check becomes a link. */
export interface RecordPage {
  readonly table: string
  readonly url: (id: string) => string
  /** Of these ids, those that the actor may see. */
  readonly visible: (tx: ReadTx, ids: readonly string[]) => Promise<readonly string[]>
}

/** What a module promises to the rest of the product. A newcomer reads this first. */
export interface Module {
  readonly id: string
  readonly mechanisms: readonly Mechanism[]
  /** Verb → the sentence on the roles page: 'concerns.triage' → 'Decide what happens with a concern'. */
  readonly permissions: Readonly<Record<string, string>>
  readonly migrations: readonly Migration[]
  readonly retention: readonly Retention[]
  readonly subjectAccess: SubjectAccess | 'holds no personal data'
  readonly sealed: readonly SealedTable[]
  readonly measures: readonly Measure[]
  readonly recordPages?: readonly RecordPage[]
  /** What it puts into people's own calendars. */
  readonly diary?: Diary
  /** Lists, tasks and texts that the engines keep for this module; module `records` gives them pages and jobs. */
  readonly registers?: readonly Register[]
  readonly duties?: readonly Duty[]
  readonly notices?: readonly Notice[]
  readonly jobs: readonly Job<never, Deps>[]
  readonly recurring: readonly RecurringJob<Deps>[]
  readonly listens: readonly Listener[]
  readonly routes: (app: FastifyInstance, deps: Deps) => void
}
