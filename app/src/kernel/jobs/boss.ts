import { fromKysely, PgBoss } from 'pg-boss'
import type { Core } from '../core.js'
import { schoolIds } from '../school.js'
import { queries } from '../db/tx.js'
import type { Job, JobPayload, JobQueue, RecurringJob } from './job.js'

/** The schema that the queue's own role owns; the application's role may only add to it and take from it. */
export const jobSchema = 'pgboss'

export interface Boss extends JobQueue {
  /** Begins to work on jobs. A process that only serves pages may leave this out. */
  readonly work: <Deps extends Core>(
    deps: Deps,
    jobs: readonly Job<never, Deps>[],
    recurring: readonly RecurringJob<Deps>[],
  ) => Promise<void>
  readonly stop: () => Promise<void>
}

const queueOptions = {
  notify: true,
  retryLimit: 8,
  retryBackoff: true,
  retryDelay: 5,
  retryDelayMax: 600,
  expireInSeconds: 600,
}
const pace = { batchSize: 200, burstWhenBatchFull: true, pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 30 }

/**
 * Opens the job queue (pg-boss) on the jobs role's url and makes sure that each named queue exists.
 * onFault is told of faults in the queue itself; a job that fails is tried again by the queue, with growing delays.
 */
export async function openBoss(url: string, names: readonly string[], onFault: (fault: Error) => void): Promise<Boss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobSchema,
    createSchema: false,
    useListenNotify: true,
    max: 4,
    application_name: 'hedgerow jobs',
  })
  boss.on('error', onFault)
  await boss.start()
  for (const name of names) if (!(await boss.getQueue(name))) await boss.createQueue(name, queueOptions)
  return {
    send: async (tx, name, payload) => void (await boss.send(name, payload, { db: fromKysely(tx[queries]) })),
    work: (deps, jobs, recurring) => work(boss, deps, jobs, recurring),
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

/** Jobs that ask for the very same thing and came together are one: fifty acts of a minute want the policy judged once. */
const eachOnce = (payloads: readonly JobPayload[]): readonly JobPayload[] => [
  ...new Map(payloads.map((payload) => [JSON.stringify(payload), payload])).values(),
]

async function work<Deps extends Core>(
  boss: PgBoss,
  deps: Deps,
  jobs: readonly Job<never, Deps>[],
  recurring: readonly RecurringJob<Deps>[],
): Promise<void> {
  for (const job of jobs) {
    await boss.work<JobPayload>(job.name, pace, async (batch) => {
      const payloads = eachOnce(batch.map(({ data }) => data)) as readonly never[]
      if (job.runAll) await job.runAll(deps, payloads)
      else for (const payload of payloads) await job.run(deps, payload)
    })
  }
  for (const job of recurring) {
    await boss.schedule(job.name, job.cron, {}, { tz: 'Europe/London' })
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => {
      for (const schoolId of await schoolIds(deps.db)) await job.run(deps, schoolId)
    })
  }
}
