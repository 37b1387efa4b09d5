import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../calendar/clock.js'
import type { Listener } from '../events.js'
import type { JobQueue } from '../jobs/job.js'

const { TIMESTAMPTZ, DATE, INT8 } = pg.types.builtins

/** PostgreSQL writes '2026-11-24 10:42:00.5+00'; Temporal wants the T and whole offset hours with minutes. */
const instant = (text: string): Temporal.Instant =>
  Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))

/** How rows arrive: instants and dates as Temporal, 64-bit counts as numbers (none of ours passes 2^53). */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') => {
    if (oid === TIMESTAMPTZ) return instant
    if (oid === DATE) return (text: string) => Temporal.PlainDate.from(text)
    if (oid === INT8) return Number
    return pg.types.getTypeParser(oid, format)
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** The one way to the database: connections as the role that owns nothing, the clock that dates every act, and who hears of it. */
export interface Db {
  readonly pool: pg.Pool
  readonly clock: Clock
  readonly listeners: readonly Listener[]
  readonly jobs: JobQueue
}

export interface DbOptions {
  readonly url: string
  readonly clock: Clock
  readonly listeners: readonly Listener[]
  readonly jobs: JobQueue
  readonly connections?: number
  /** Told of an idle connection that broke (a restart of the database); without a listener that would end the process. */
  readonly onLostConnection?: (code: string) => void
}

/** Opens a pool as the application's own role. The url is the app role's, never the owner's. */
export function openDb({ url, clock, listeners, jobs, connections = 12, onLostConnection }: DbOptions): Db {
  const name = 'hedgerow'
  // Pipelined: queries that do not wait for each other are sent at once, and answered in order.
  const pool = new pg.Pool({ connectionString: url, max: connections, types, pipeline: true, application_name: name })
  pool.on('error', (fault: Error & { code?: string }) => onLostConnection?.(fault.code ?? 'unknown'))
  return { pool, clock, listeners, jobs }
}

/** Closes the pool once its work is done. */
export const closeDb = async (db: Db): Promise<void> => db.pool.end()
