import { sql } from 'kysely'
import { Value } from 'typebox/value'
import type { Temporal } from 'temporal-polyfill'
import { clausesOf } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { ClauseState, ClauseVerdict, Finding } from '../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../engine/module.js'
import type { Deps } from '../../engine/deps.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { ClauseId } from '../../kernel/ids.js'

type Clause = Pack['parts'][number]['clauses'][number]
type KeptBy = Clause['keptBy'][number]

/** Every mechanism that any module declares, by id. */
export const mechanismsOf = (modules: Deps['modules']): ReadonlyMap<string, Mechanism> =>
  new Map(modules.flatMap((module) => module.mechanisms.map((mechanism) => [mechanism.id, mechanism] as const)))

const unbuilt: ClauseState = { verdict: 'unbuilt', findings: [], basis: 'Not yet checked by Hedgerow' }

/** What a check that failed leaves: nobody may read silence as 'kept'. */
const failed = (mechanism: string): ClauseState => ({
  verdict: 'unknown',
  findings: [{ sentence: `The check of ${mechanism} could not be run.`, rows: [], post: null, due: null }],
  basis: 'The check could not be run',
})

/** Worst first. What is not built stands before 'kept': a clause is kept only when all of it was looked at. */
const order: readonly ClauseVerdict[] = ['broken', 'due', 'unknown', 'unbuilt', 'attested', 'kept']

/** One state from those of all that keeps a clause: the worst verdict, every finding, and what was and was not looked at. */
export function together(states: readonly ClauseState[]): ClauseState {
  const verdict = order.find((each) => states.some((state) => state.verdict === each)) ?? 'unknown'
  const findings: readonly Finding[] = states.flatMap((state) => state.findings)
  const basis = [...new Set(states.map((state) => state.basis))].join('; ')
  return { verdict, findings, basis }
}

async function ask(
  tx: ReadTx,
  mechanism: Mechanism | undefined,
  { keptBy, clause }: Asked,
  asOf: Temporal.Instant,
): Promise<ClauseState> {
  if (!mechanism) return unbuilt
  const params = keptBy.with ?? {}
  if (!Value.Check(mechanism.params, params)) return failed(mechanism.id)
  return mechanism.check(tx, params, asOf, clause)
}

/** One thing that keeps one clause. */
interface Asked {
  readonly keptBy: KeptBy
  readonly clause: Clause
}

/**
 * The state of every clause of a pack at an instant. Each mechanism is asked once for each set of parameters, however
 * many clauses it keeps. The transaction is the worker's. onFault hears of a check that threw; the clause is then unknown.
 */
export async function judgeClauses(
  tx: ReadTx,
  pack: Pack,
  {
    modules,
    asOf,
    onFault,
  }: {
    readonly modules: Deps['modules']
    readonly asOf: Temporal.Instant
    readonly onFault?: (fault: unknown, mechanism: string) => void
  },
): Promise<ReadonlyMap<ClauseId, ClauseState>> {
  const mechanisms = mechanismsOf(modules)
  const answers = new Map<string, ClauseState>()
  const stateOf = async ({ keptBy, clause }: Asked): Promise<ClauseState> => {
    const mechanism = mechanisms.get(keptBy.mechanism)
    const key = JSON.stringify([keptBy.mechanism, keptBy.with ?? {}, mechanism?.perClause ? clause.id : null])
    const known = answers.get(key)
    if (known) return known
    const answer = await askSafely(tx, mechanism, { keptBy, clause }, { asOf, onFault })
    answers.set(key, answer)
    return answer
  }
  const states = new Map<ClauseId, ClauseState>()
  for (const clause of clausesOf(pack)) {
    const each: ClauseState[] = []
    for (const keptBy of clause.keptBy) each.push(await stateOf({ keptBy, clause }))
    states.set(clause.id, together(each))
  }
  return states
}

/** A check runs behind a savepoint: a query that failed would otherwise leave the whole transaction unusable. */
async function askSafely(
  tx: ReadTx,
  mechanism: Mechanism | undefined,
  asked: Asked,
  {
    asOf,
    onFault,
  }: { readonly asOf: Temporal.Instant; readonly onFault: ((fault: unknown, mechanism: string) => void) | undefined },
): Promise<ClauseState> {
  await savepoint(tx, 'SAVEPOINT clause_check')
  try {
    const state = await ask(tx, mechanism, asked, asOf)
    await savepoint(tx, 'RELEASE SAVEPOINT clause_check')
    return state
  } catch (fault) {
    await savepoint(tx, 'ROLLBACK TO SAVEPOINT clause_check')
    onFault?.(fault, asked.keptBy.mechanism)
    return failed(asked.keptBy.mechanism)
  }
}

const savepoint = (tx: ReadTx, statement: string): Promise<unknown> => sql.raw(statement).execute(tables<object>(tx))
