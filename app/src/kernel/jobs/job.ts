import type { Core } from '../core.js'
import { home } from '../db/tx.js'
import type { Tx } from '../db/tx.js'
import type { SchoolId } from '../ids.js'

/** What every job is told. Ids only: the queue's tables are not under row-level security. */
export interface JobPayload {
  readonly schoolId: SchoolId
  readonly [id: string]: string
}

/** Background work. It must be safe to run twice: after a crash it is. */
export interface Job<Payload extends JobPayload = JobPayload, Deps extends Core = Core> {
  readonly name: string
  readonly run: (deps: Deps, payload: Payload) => Promise<void>
  /** The same for all that came together, where that costs less: one transaction for twenty mails. All or none count as done. */
  readonly runAll?: (deps: Deps, payloads: readonly Payload[]) => Promise<void>
}

/** Background work by the clock, once for each school. `cron` is five fields in Europe/London. */
export interface RecurringJob<Deps extends Core = Core> {
  readonly name: string
  readonly cron: string
  readonly run: (deps: Deps, schoolId: SchoolId) => Promise<void>
}

/** Where jobs go. They leave with the transaction: what rolls back was never asked for. */
export interface JobQueue {
  readonly send: (tx: Tx, name: string, payload: JobPayload) => Promise<void>
}

/** Asks for background work, to begin after this transaction commits. */
export const enqueue = <Payload extends JobPayload>(
  tx: Tx,
  job: { readonly name: string; readonly run: (deps: never, payload: Payload) => Promise<void> },
  payload: Payload,
): Promise<void> => tx[home].jobs.send(tx, job.name, payload)
