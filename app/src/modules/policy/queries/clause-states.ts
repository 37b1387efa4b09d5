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
  /** The same object for as long as nothing turned: what is reckoned from it may be remembered by it. */
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

type Turns = ReadonlyMap<ClauseId, ClauseTurnRow>
type States = ReadonlyMap<ClauseId, ClauseState>

/** By what was said and the pack: the same turns always make the same object, so that what is made of it can be kept too. */
const said = new WeakMap<Turns, WeakMap<Pack, States>>()

function statesSaid(pack: Pack, turns: Turns): States {
  const known = said.get(turns) ?? new WeakMap<Pack, States>()
  said.set(turns, known)
  const states = known.get(pack) ?? new Map(clausesOf(pack).flatMap(({ id }) => entryOf(id, turns.get(id))))
  known.set(pack, states)
  return states
}

const entryOf = (id: ClauseId, turn: ClauseTurnRow | undefined) => (turn ? [[id, stateFrom(turn)] as const] : [])

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
    const states = statesSaid(pack, await latestTurns(tx, asOf))
    if (states.size > 0) return { pack, asOf, known: 'as said then', states }
    return { pack, asOf, known: 'worked out', states: await judgeClauses(tx, pack, { modules: deps.modules, asOf }) }
  })
}
