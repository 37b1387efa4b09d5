import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import type { SchoolId } from '../../../kernel/ids.js'
import type { Job, RecurringJob } from '../../../kernel/jobs/job.js'
import { turnClauses } from '../commands/turn-clauses.js'
import { judgeClauses } from '../judge-clauses.js'
import { findActivePack } from '../queries/active-pack.js'

/** Looks at every clause of one school's policy and writes down what turned. Safe to run twice and at once. */
export const judgePolicy = (deps: Deps, schoolId: SchoolId): Promise<number> =>
  inSchool(deps.db, workerIn(schoolId), async (tx) => {
    const active = await findActivePack(tx)
    if (!active) return 0
    return turnClauses(tx, await judgeClauses(tx, active.pack, { modules: deps.modules, asOf: tx.now }))
  })

/** Asked for by events, so that a change shows within seconds. */
export const policyTouched: Job<{ readonly schoolId: SchoolId }, Deps> = {
  name: 'policy.touched',
  run: async (deps, { schoolId }) => void (await judgePolicy(deps, schoolId)),
}

/** And every minute, because time alone breaks promises. */
export const judgeEveryMinute: RecurringJob<Deps> = {
  name: 'policy.judge',
  cron: '* * * * *',
  run: async (deps, schoolId) => void (await judgePolicy(deps, schoolId)),
}
