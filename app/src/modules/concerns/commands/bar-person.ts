import { workerIn } from '../../../kernel/actor.js'
import type { Actor } from '../../../kernel/actor.js'
import type { Db } from '../../../kernel/db/database.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { sightFrom, sightOf } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { enqueue } from '../../../kernel/jobs/job.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { postsOf } from '../../people/index.js'
import { rerouteJob } from '../jobs/reroute-job.js'
import { concernOf } from '../queries/concern-of.js'
import type { ConcernTables } from '../schema.js'
import { reroute } from './reroute.js'

/**
 * Names somebody whom a concern turns out to be about. From here on the database keeps it from them, whatever posts they
 * hold, and it goes where the policy sends concerns about them: the actor may lose sight of it with the same act. The
 * narrowing leaves with this transaction as a job and is done at once besides, so that no crash can leave them in sight.
 */
export async function barPerson(db: Db, actor: Actor, concern: string, person: PersonId): Promise<void> {
  await inSchool(db, actor, (tx) => nameAsSubject(tx, concern, person))
  await inSchool(db, workerIn(actor.schoolId), (tx) => reroute(tx, concern))
}

async function nameAsSubject(tx: Tx, concern: string, person: PersonId): Promise<void> {
  const row = await concernOf(tx, concern)
  const posts = await postsOf(tx, person)
  if (posts.size === 0) throw new Refusal('invalid', 'Choose somebody who is at this school now.', 'person')
  const sight = sightFrom(row)
  await tables<ConcernTables>(tx)
    .insertInto('concern_person')
    .values({
      school_id: tx.actor.schoolId,
      id: newId<string>(tx.now.epochMilliseconds),
      concern_id: concern,
      person_id: person,
      described: null,
      role: 'caused-harm',
      added_at: tx.now,
      added_by: tx.actor.personId,
      ...sightOf(sight),
    })
    .execute()
  const never = [...new Set([...sight.never, person])]
  await record(tx, {
    act: 'concern.person-named',
    about: { table: 'concern', id: concern },
    sight: { ...sight, never },
    details: { person, role: 'caused-harm' },
  })
  await enqueue(tx, rerouteJob, { schoolId: tx.actor.schoolId, concern })
}
