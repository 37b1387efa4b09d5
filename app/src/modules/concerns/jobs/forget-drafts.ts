import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { RecurringJob } from '../../../kernel/jobs/job.js'
import type { ConcernTables } from '../schema.js'

/** For how many days an unfinished report is kept after it was last saved, as the retention line says. */
const keptDays = 30

/** Every night: half-written reports that nobody came back to are forgotten. */
export const forgetDrafts: RecurringJob<Deps> = {
  name: 'concerns.forget-drafts',
  cron: '40 2 * * *',
  run: ({ db }, schoolId) =>
    inSchool(db, workerIn(schoolId), async (tx) => {
      await tables<ConcernTables>(tx)
        .deleteFrom('draft')
        .where('saved_at', '<', tx.now.subtract({ hours: keptDays * 24 }))
        .execute()
    }),
}
