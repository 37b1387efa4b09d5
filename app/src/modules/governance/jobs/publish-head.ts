import { workerIn } from '../../../kernel/actor.js'
import type { Core } from '../../../kernel/core.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PostId, SchoolId } from '../../../kernel/ids.js'
import type { RecurringJob } from '../../../kernel/jobs/job.js'
import { tell } from '../../communications/index.js'
import { holdersOf } from '../../people/index.js'
import { journalHead } from '../queries/read-journal.js'
import type { GovernanceTables } from '../schema.js'
import { journalUrl } from '../urls.js'

/** Who is told where the chain ends: people outside the school's day, whom no administrator can make forget it. */
const told = ['safeguarding-governor', 'chair-of-governors'] as const satisfies readonly string[]

/** Writes down where the journal ends today and tells the governors, if anything was added since the last time. */
export async function publishHead(tx: Tx): Promise<boolean> {
  const head = await journalHead(tx)
  const last = await tables<GovernanceTables>(tx)
    .selectFrom('journal_head')
    .select('position')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!head || head.position === last?.position) return false
  const id = newId<string>(tx.now.epochMilliseconds)
  const row = { position: head.position, hash: Buffer.from(head.hash, 'hex'), published_at: tx.now }
  await tables<GovernanceTables>(tx)
    .insertInto('journal_head')
    .values({ school_id: tx.actor.schoolId, id, ...row })
    .execute()
  const holders = await holdersOf(
    tx,
    told.map((post) => post as PostId),
  )
  const persons = holders.map(({ person }) => person)
  const sight = { posts: [...told] as PostId[], persons: [], never: [] }
  await tell(tx, { persons, kind: 'journal-head', about: { table: 'journal_head', id }, url: journalUrl(), sight })
  return true
}

/** Every day after school. */
export const publishHeads: RecurringJob = {
  name: 'governance.publish-head',
  cron: '0 16 * * *',
  run: async ({ db }: Core, schoolId: SchoolId) => void (await inSchool(db, workerIn(schoolId), publishHead)),
}
