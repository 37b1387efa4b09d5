import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import type { Job, JobPayload } from '../../../kernel/jobs/job.js'
import { reroute } from '../commands/reroute.js'

export interface ReroutePayload extends JobPayload {
  readonly concern: string
}

/** Sends a concern past the people it turned out to be about. */
export const rerouteJob: Job<ReroutePayload, Deps> = {
  name: 'concerns.reroute',
  run: ({ db }, { schoolId, concern }) => inSchool(db, workerIn(schoolId), (tx) => reroute(tx, concern)),
}
