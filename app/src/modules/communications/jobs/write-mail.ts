import { sql } from 'kysely'
import type { Core } from '../../../kernel/core.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { sightOf, sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { Job, JobPayload } from '../../../kernel/jobs/job.js'
import { addressesOf } from '../../people/index.js'
import type { CommunicationsTables, MessageRow, NotificationRow } from '../schema.js'
import { mailJob } from './mail-job.js'
import { sendWaiting } from './send-waiting.js'

interface Payload extends JobPayload {
  readonly notification: string
}

/** Puts the mails of notifications into the outbox, for people who have an address, and then sends what waits there. */
export const writeMail: Job<Payload> = {
  name: mailJob,
  run: (core: Core, payload) => writeAll(core, [payload]),
  runAll: (core: Core, payloads) => writeAll(core, payloads),
}

async function writeAll(core: Core, payloads: readonly Payload[]): Promise<void> {
  for (const [schoolId, group] of Map.groupBy(payloads, (payload) => payload.schoolId)) {
    const ids = group.map(({ notification }) => notification)
    await inSchool(core.db, workerIn(schoolId), (tx) => write(tx, ids))
    await sendWaiting(core, schoolId)
  }
}

/** A message takes its notification's id: a job that runs twice writes it once. */
async function write(tx: Tx, ids: readonly string[]): Promise<void> {
  const told = await tables<CommunicationsTables>(tx)
    .selectFrom('notification')
    .selectAll()
    .where(sql<boolean>`id = ANY (${ids}::uuid[])`)
    .orderBy('id')
    .execute()
  const addresses = await addressesOf(
    tx,
    told.map(({ person_id }) => person_id),
  )
  const rows = told.flatMap((one) => {
    const address = addresses.get(one.person_id)
    return address && !one.never_persons.includes(one.person_id) ? [messageOf(one, address)] : []
  })
  if (rows.length === 0) return
  await tables<CommunicationsTables>(tx)
    .insertInto('message')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const messageOf = (told: NotificationRow, address: string): MessageRow => ({
  school_id: told.school_id,
  id: told.id,
  person_id: told.person_id,
  address,
  kind: told.kind,
  url: told.url,
  about_id: told.about_id,
  at: told.at,
  sent_at: null,
  tries: 0,
  last_fault: null,
  waiting: null,
  late: null,
  ...sightOf(sightFrom(told)),
})
