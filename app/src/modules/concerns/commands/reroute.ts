import type { Sight } from '../../../kernel/db/sight.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { moveTask } from '../../communications/index.js'
import { routeInput } from '../plan-route.js'
import { concernOf } from '../queries/concern-of.js'
import { routeConcern } from '../route-concern.js'
import type { ConcernRoute } from '../route-concern.js'
import type { ConcernRow, ConcernTables } from '../schema.js'
import { resightConcern } from './resight-concern.js'
import { tellOf } from './tell-of.js'

/** What of a concern is somebody's to do, by the last part of its task's key. */
export const duties = ['acknowledge', 'triage', 'answer'] as const

/**
 * Sends a concern where the policy sends it now that more is known of whom it is about, narrows who may see it, and
 * tells those who hear of it anew. Nothing happens where nobody new was named. The transaction must be the worker's.
 */
export async function reroute(tx: Tx, id: string): Promise<void> {
  const concern = await concernOf(tx, id)
  const about = { persons: await complainedOf(tx, id), posts: concern.about_posts }
  const how = { channel: concern.channel, urgent: concern.urgency === 'urgent' }
  const route = routeConcern(await routeInput(tx, about, how))
  if (route.sight.never.every((person) => concern.never_persons.includes(person))) return
  const sight = narrowed(concern, route)
  const set = { post: route.post, chain: [...route.chain], rules: [...route.rules] }
  await tables<ConcernTables>(tx).updateTable('concern').set(set).where('id', '=', id).execute()
  await resightConcern(tx, id, sight)
  for (const duty of duties) await moveTask(tx, `concern:${id}:${duty}`, { post: route.post, person: null })
  await tellOf(tx, { concern: id, sight, acting: route.first, kind: 'concern-waiting', why: 'rerouted' })
  await tellOf(tx, { concern: id, sight, acting: route.informed, kind: 'concern-informed', why: 'rerouted' })
  const details = { post: route.post, rules: route.rules }
  await record(tx, { act: 'concern.rerouted', about: { table: 'concern', id }, sight, details })
}

/** Those whom it concerns as having caused harm. Pupils among them bar nobody: subjectsOf leaves them out. */
async function complainedOf(tx: Tx, concern: string) {
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern_person')
    .select('person_id')
    .where('concern_id', '=', concern)
    .where('role', '=', 'caused-harm')
    .execute()
  return rows.flatMap(({ person_id }) => (person_id ? [person_id] : []))
}

/** Once barred, always barred; posts only as the route says; persons who were let in stay unless they are barred. */
function narrowed(concern: ConcernRow, { sight }: ConcernRoute): Sight {
  const before = sightFrom(concern)
  const never = [...new Set([...before.never, ...sight.never])]
  return { posts: sight.posts, persons: before.persons.filter((person) => !never.includes(person)), never }
}
