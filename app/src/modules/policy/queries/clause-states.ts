import { Temporal } from 'temporal-polyfill'
import { sql } from 'kysely'
import type { ClauseState } from '../../../engine/clauses/clause-state.js'
import { clausesOf } from '../../../engine/packs/lookup.js'
import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { ClauseId, SchoolId } from '../../../kernel/ids.js'
import { judgeClauses } from '../judge-clauses.js'
import type { ClauseTurnRow, PolicyTables } from '../schema.js'
import { packByHash } from './active-pack.js'
import { latestTurns } from './latest-turns.js'
import type { Pack } from '../../../engine/packs/pack.js'

/** The states of a policy at one instant, and how they are known. */
export interface PolicyStates {
  readonly pack: Pack
  readonly asOf: Temporal.Instant
  /** 'as said then': from the turns written at the time. 'worked out': from the records' own dates, before the first turn. */
  readonly known: 'as said then' | 'worked out'
  readonly states: ReadonlyMap<ClauseId, ClauseState>
}

const stateFrom = ({ verdict, basis, findings }: ClauseTurnRow): ClauseState => ({
  verdict,
  basis,
  findings: findings.map(({ sentence, rows, post, due }) => ({
    sentence,
    rows,
    post: post as ClauseState['findings'][number]['post'],
    due: due ? Temporal.Instant.from(due) : null,
  })),
})

/** The pack in force on the day of an instant, or the first one there was. */
async function packAt(tx: ReadTx, asOf: Temporal.Instant): Promise<Pack | null> {
  const row = await tables<PolicyTables>(tx)
    .selectFrom('pack_activation')
    .select('hash')
    .orderBy(sql`in_force_from <= ${londonDate(asOf)}::date`, 'desc')
    .orderBy(sql`CASE WHEN in_force_from <= ${londonDate(asOf)}::date THEN in_force_from END`, 'desc')
    .orderBy('activated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? packByHash(tx, row.hash) : null
}

/**
 * How every promise stood at an instant: what Hedgerow said at the time, or, before it had said anything, what the
 * records' own dates tell. Read as the worker, because a check needs rows that the reader may not see; findings hold
 * ids and counts only. Null where the school has no policy.
 */
export function policyStates(deps: Deps, schoolId: SchoolId, at: Temporal.Instant): Promise<PolicyStates | null> {
  return reading(deps.db, workerIn(schoolId), async (tx) => {
    const asOf = Temporal.Instant.compare(at, tx.now) > 0 ? tx.now : at
    const pack = await packAt(tx, asOf)
    if (!pack) return null
    const turns = await latestTurns(tx, asOf)
    const clauses = clausesOf(pack)
    if (clauses.some(({ id }) => turns.has(id))) {
      const states = clauses.flatMap(({ id }) => {
        const turn = turns.get(id)
        return turn ? [[id, stateFrom(turn)] as const] : []
      })
      return { pack, asOf, known: 'as said then', states: new Map(states) }
    }
    return { pack, asOf, known: 'worked out', states: await judgeClauses(tx, pack, { modules: deps.modules, asOf }) }
  })
}
