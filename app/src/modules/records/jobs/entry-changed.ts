import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import type { SchoolId } from '../../../kernel/ids.js'
import type { Job } from '../../../kernel/jobs/job.js'
import { closeTask } from '../../communications/index.js'

/** An entry was changed or ended: what it was asked before is asked no more. As the worker, because the task may be another post's. */
export const entryChanged: Job<{ readonly schoolId: SchoolId; readonly entry: string }, Deps> = {
  name: 'records.entry-changed',
  run: (deps, { schoolId, entry }) => inSchool(deps.db, workerIn(schoolId), (tx) => closeTask(tx, { about: entry })),
}
