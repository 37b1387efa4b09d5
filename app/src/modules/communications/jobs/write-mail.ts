import type { Core } from '../../../kernel/core.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { sightOf, sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { Job, JobPayload } from '../../../kernel/jobs/job.js'
import { addressOf } from '../../people/index.js'
import type { CommunicationsTables } from '../schema.js'
import { mailJob } from './mail-job.js'
import { sendWaiting } from './send-waiting.js'

interface Payload extends JobPayload {
  readonly notification: string
}

/** Puts a notification's mail into the outbox, if its person has an address, and then sends what waits there. */
export const writeMail: Job<Payload> = {
  name: mailJob,
  run: async (core: Core, { schoolId, notification }) => {
    await inSchool(core.db, workerIn(schoolId), (tx) => write(tx, notification))
    await sendWaiting(core, schoolId)
  },
}

/** The message takes the notification's id: a job that runs twice writes it once. */
async function write(tx: Tx, id: string): Promise<void> {
  const told = await tables<CommunicationsTables>(tx)
    .selectFrom('notification')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  const address = told && (await addressOf(tx, told.person_id))
  if (!told || !address || told.never_persons.includes(told.person_id)) return
  await tables<CommunicationsTables>(tx)
    .insertInto('message')
    .values({
      school_id: told.school_id,
      id,
      person_id: told.person_id,
      address,
      kind: told.kind,
      url: told.url,
      about_id: told.about_id,
      at: told.at,
      sent_at: null,
      tries: 0,
      last_fault: null,
      ...sightOf(sightFrom(told)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
