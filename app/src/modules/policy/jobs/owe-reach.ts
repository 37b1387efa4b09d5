import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { announce } from '../../../kernel/events.js'
import type { SchoolId } from '../../../kernel/ids.js'
import type { Job, RecurringJob } from '../../../kernel/jobs/job.js'
import { policyOwedInAll } from '../events.js'
import { findActivePack } from '../queries/active-pack.js'
import { reachOwed } from '../queries/reach-owed.js'
import { reachTasks } from '../reach/reach-tasks.js'

/**
 * Everybody who has the version in force still to read, starters to be taken through it, classes to meet it; and nobody
 * else any more. As the worker, because whoever records a session does not see the tasks of those who were there.
 */
const oweReach = (deps: Deps, schoolId: SchoolId): Promise<void> =>
  inSchool(deps.db, workerIn(schoolId), async (tx) => {
    const active = await findActivePack(tx)
    if (!active) return
    await announce(tx, policyOwedInAll, { sort: reachTasks, owed: await reachOwed(tx, active.pack) })
  })

/** Every hour: people start on any day, and a version takes force at midnight. */
export const oweReachHourly: RecurringJob<Deps> = { name: 'policy.reach', cron: '7 * * * *', run: oweReach }

/** Asked for when a version took force, people were reached, or somebody left. */
export const oweReachNow: Job<{ readonly schoolId: SchoolId }, Deps> = {
  name: 'policy.reach-now',
  run: (deps, { schoolId }) => oweReach(deps, schoolId),
}
