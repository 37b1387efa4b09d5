import { sql } from 'kysely'
import { ClauseParams, named } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { personCards } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import type { ConcernTables } from '../schema.js'
import { unreachable } from './reachable.js'

/**
 * No concern is open to an adult it names, none was told to them after they were named, and for every post there is
 * somebody else to hear. How many such concerns there are is not said: that alone would tell some readers too much.
 */
export const conflictRouting: Mechanism = {
  id: 'conflict-routing',
  params: ClauseParams,
  page: null,
  check: async (tx, params, asOf) => {
    const { pack } = await activePack(tx)
    const given = params as ClauseParams
    const posts = named(given.posts ?? given.post) as readonly PostId[] | null
    const orders = posts ? [posts] : pack.conflicts.map(({ to }) => to)
    const alone: Finding[] = []
    for (const order of distinctOrders(orders)) alone.push(...(await unreachable(tx, pack, order, asOf)))
    const open = await openToSubject(tx, asOf.toString())
    return judged('Every concern and its readers looked at', [...alone, ...open])
  },
}

const distinctOrders = (orders: readonly (readonly PostId[])[]): readonly (readonly PostId[])[] => [
  ...new Map(orders.map((order) => [order.join(), order])).values(),
]

interface Named {
  readonly concern_id: string
  readonly person_id: PersonId
  readonly barred: boolean
  readonly told: boolean
}

/** Adults who are named as having caused harm and are not barred, or were told after they were named. */
async function openToSubject(tx: ReadTx, asOf: string): Promise<readonly Finding[]> {
  const { rows } = await sql<Named>`
    SELECT p.concern_id, p.person_id, p.person_id = ANY (c.never_persons) AS barred, EXISTS (
      SELECT 1 FROM concern_told t WHERE t.school_id = p.school_id AND t.concern_id = p.concern_id
        AND t.person_id = p.person_id AND t.at > p.added_at AND t.at <= ${asOf}::timestamptz) AS told
    FROM concern_person p JOIN concern c ON c.school_id = p.school_id AND c.id = p.concern_id
    WHERE p.role = 'caused-harm' AND p.person_id IS NOT NULL AND p.added_at <= ${asOf}::timestamptz`.execute(
    tables<ConcernTables>(tx),
  )
  const suspect = rows.filter(({ barred, told }) => !barred || told)
  const cards = await personCards(
    tx,
    suspect.map(({ person_id }) => person_id),
  )
  // A child who caused harm is barred from nothing, because pupils see nothing of this.
  return suspect
    .filter(({ person_id }) => cards.get(person_id)?.kind !== 'pupil')
    .map(({ concern_id }) => ({
      sentence: 'A concern was open to somebody it is about.',
      rows: [{ table: 'concern', id: concern_id }],
      post: null,
      due: null,
    }))
}
