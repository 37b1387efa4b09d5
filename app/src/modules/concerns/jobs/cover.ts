import { sql } from 'kysely'
import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { RecurringJob } from '../../../kernel/jobs/job.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { holdersOf } from '../../people/index.js'
import type { Holding } from '../../people/index.js'
import { activePack, findActivePack, packByHash, whoActs } from '../../policy/index.js'
import { sendOn } from '../commands/send-on.js'
import { tellOf } from '../commands/tell-of.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { record } from '../../../kernel/journal/record.js'
import { escalationTarget, withdrawnFrom } from '../escalation-target.js'
import { concernOf } from '../queries/concern-of.js'
import { toldOf } from '../queries/told-of.js'
import type { ConcernRow, ConcernTables } from '../schema.js'

const batch = 50

/**
 * Every minute: concerns that nobody has read, and whose readers have changed since they were told. The lead fell ill, a
 * deputy came back, a post was given to somebody else: whoever acts for the post now is told, and where nobody does, the
 * next in the concern's order. Reckoned afresh each minute rather than on the event, because absences begin by the clock.
 */
export const cover: RecurringJob<Deps> = {
  name: 'concerns.cover',
  cron: '* * * * *',
  run: ({ db }, schoolId) => inSchool(db, workerIn(schoolId), coverUntold),
}

async function coverUntold(tx: Tx): Promise<void> {
  if (!(await findActivePack(tx))) return
  const holdings = await holdersOf(tx, null)
  for (const concern of await untold(tx, await actingNow(tx, holdings))) await coverOne(tx, concern, holdings)
}

interface ActingFor {
  readonly post: PostId
  readonly persons: readonly PersonId[]
}

/** Who acts for each post that unread concerns wait for, by the pack in force. */
async function actingNow(tx: Tx, holdings: readonly Holding[]): Promise<readonly ActingFor[]> {
  const { pack } = await activePack(tx)
  const posts = await tables<ConcernTables>(tx)
    .selectFrom('concern')
    .select('post')
    .distinct()
    .where('state', '=', 'new')
    .execute()
  return posts.flatMap(({ post }) =>
    post ? [{ post, persons: whoActs(pack, holdings, post).map(({ person }) => person) }] : [],
  )
}

/** Unread concerns of which none of those who act for their post was told, barred ones not counted. */
async function untold(tx: Tx, acting: readonly ActingFor[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const { post, persons } of [...acting, { post: null, persons: [] }]) {
    const { rows } = await sql<{ id: string }>`SELECT id FROM concern c
      WHERE state = 'new' AND post IS NOT DISTINCT FROM ${post} AND NOT EXISTS (SELECT 1 FROM concern_told t
        WHERE t.school_id = c.school_id AND t.concern_id = c.id AND t.person_id = ANY (${persons}::uuid[])
          AND NOT c.never_persons @> ARRAY[t.person_id])
      ORDER BY id LIMIT ${batch}`.execute(tables<ConcernTables>(tx))
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

async function coverOne(tx: Tx, id: string, holdings: readonly Holding[]): Promise<void> {
  const concern = await concernOf(tx, id)
  const told = await toldOf(tx, id)
  const pack = await packByHash(tx, concern.pack_hash)
  const open = holdings.filter(({ person }) => !concern.never_persons.includes(person))
  const acting = concern.post ? whoActs(pack, open, concern.post, withdrawnFrom(pack, concern)) : []
  if (acting.some(({ person }) => told.includes(person))) return
  if (acting.length > 0) return tellInPlace(tx, concern, acting)
  const target = escalationTarget({ pack, holdings, concern, to: null, told })
  const fresh = target?.acting.some(({ person }) => !told.includes(person)) || target?.post !== concern.post
  if (target && fresh)
    await sendOn(tx, { concern, target, duty: 'acknowledge', kind: 'concern-waiting', why: 'cover', clock: null })
}

async function tellInPlace(tx: Tx, concern: ConcernRow, acting: ReturnType<typeof whoActs>): Promise<void> {
  const sight = sightFrom(concern)
  await tellOf(tx, { concern: concern.id, sight, acting, kind: 'concern-waiting', why: 'cover' })
  await record(tx, {
    act: 'concern.covered',
    about: { table: 'concern', id: concern.id },
    sight,
    details: { post: concern.post, persons: acting.map(({ person }) => person) },
  })
}
