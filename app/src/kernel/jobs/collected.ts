import type { Core } from '../core.js'
import type { Job, JobPayload, JobQueue } from './job.js'

/** A queue that only remembers: for tests, and for commands of the CLI that run their jobs at the end themselves. */
export interface CollectedJobs extends JobQueue {
  readonly waiting: { readonly name: string; readonly payload: JobPayload }[]
}

/** Makes a queue that remembers what was asked for. */
export function collectJobs(): CollectedJobs {
  const waiting: { readonly name: string; readonly payload: JobPayload }[] = []
  return { waiting, send: async (_tx, name, payload) => void waiting.push({ name, payload }) }
}

/** Runs what was collected, in order, with whatever those jobs ask for in turn. Jobs that nobody declared are a fault. */
export async function runCollected<Deps extends Core>(
  deps: Deps,
  queue: CollectedJobs,
  jobs: readonly Job<never, Deps>[],
): Promise<void> {
  for (let next = queue.waiting.shift(); next; next = queue.waiting.shift()) {
    const job = jobs.find(({ name }) => name === next?.name)
    if (!job) throw new Error(`Nobody does the job ${next.name}`)
    await job.run(deps, next.payload as never)
  }
}
