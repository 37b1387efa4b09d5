import { sql } from 'kysely'
import { Value } from 'typebox/value'
import type { Temporal } from 'temporal-polyfill'
import { clausesOf } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { ClauseState, ClauseVerdict, Finding } from '../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../engine/module.js'
import type { Deps } from '../../engine/deps.js'
import { rememberingAnswers } from '../../kernel/db/transaction.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { ClauseId } from '../../kernel/ids.js'
import { leanOnHomes } from './lean-on-homes.js'
import type { Use } from './lean-on-homes.js'

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
  const [only, ...others] = states
  // Clauses that one check keeps share its state, as one object: it is compared and written down by that.
  if (only && others.length === 0) return only
  const verdict = order.find((each) => states.some((state) => state.verdict === each)) ?? 'unknown'
  const findings: readonly Finding[] = states.flatMap((state) => state.findings)
  const looked = new Set(states.flatMap((state) => (state.verdict === 'unbuilt' ? [] : [state.basis])))
  const left = states.some((state) => state.verdict === 'unbuilt')
  const basis = [
    ...looked,
    ...(left ? [looked.size > 0 ? 'the rest is not yet checked by Hedgerow' : unbuilt.basis] : []),
  ].join('; ')
  return { verdict, findings, basis }
}

/** One thing that keeps one clause. */
interface Asked {
  readonly keptBy: KeptBy
  readonly clause: Clause
}

interface Judging {
  readonly modules: Deps['modules']
  readonly asOf: Temporal.Instant
  readonly onFault?: (fault: unknown, mechanism: string) => void
}

type Check = (asked: Asked) => Promise<ClauseState>

/**
 * The state of every clause of a pack at an instant. Each mechanism is asked once for each set of parameters, however
 * many clauses it keeps, and the database once for each question, however many checks ask it. The transaction is the
 * worker's. onFault hears of a check that threw; the clause is then unknown.
 */
export async function judgeClauses(
  tx: ReadTx,
  pack: Pack,
  judging: Judging,
): Promise<ReadonlyMap<ClauseId, ClauseState>> {
  const mechanisms = mechanismsOf(judging.modules)
  await run(tx, 'SAVEPOINT clause_check')
  const shared = rememberingAnswers(tx)
  try {
    return await judgeEach(pack, mechanisms, judging.asOf, (asked) => ask(shared, mechanisms, asked, judging.asOf))
  } catch {
    // Rare: then each check gets a savepoint of its own, to find the one that broke and to keep the others.
    await run(tx, 'ROLLBACK TO SAVEPOINT clause_check')
    // Awaited here: the savepoint is released below, and with it would go those of the checks.
    return await judgeEach(pack, mechanisms, judging.asOf, (asked) => askSafely(tx, mechanisms, asked, judging))
  } finally {
    await run(tx, 'RELEASE SAVEPOINT clause_check').catch(() => undefined)
  }
}

async function judgeEach(
  pack: Pack,
  mechanisms: ReadonlyMap<string, Mechanism>,
  asOf: Temporal.Instant,
  check: Check,
): Promise<ReadonlyMap<ClauseId, ClauseState>> {
  const answers = new Map<string, ClauseState>()
  for (const [key, asked] of checksOf(pack, mechanisms)) answers.set(key, await check(asked))
  const uses = usesIn(pack, mechanisms)
  const leaning = leanOnHomes(uses, answers, asOf)
  const stateOf = (use: Use): ClauseState => leaning.get(use) ?? answers.get(use.key) ?? unbuilt
  const byClause = Map.groupBy(uses, ({ clause }) => clause.id)
  return new Map(clausesOf(pack).map(({ id }) => [id, together((byClause.get(id) ?? []).map(stateOf))]))
}

/** Everything that keeps a clause, clause by clause in the policy's order. */
const usesIn = (pack: Pack, mechanisms: ReadonlyMap<string, Mechanism>): readonly Use[] =>
  clausesOf(pack).flatMap((clause) =>
    clause.keptBy.map((keptBy, place) => ({
      clause,
      mechanism: keptBy.mechanism,
      key: keyOf(mechanisms, { keptBy, clause }),
      // A check that looks at the clause itself is about that clause and no other.
      narrowed: mechanisms.get(keptBy.mechanism)?.perClause === true || Object.keys(keptBy.with ?? {}).length > 0,
      first: place === 0,
    })),
  )

/** What two clauses share when one answer serves both. */
function keyOf(mechanisms: ReadonlyMap<string, Mechanism>, { keptBy, clause }: Asked): string {
  const own = mechanisms.get(keptBy.mechanism)?.perClause ? clause.id : null
  return JSON.stringify([keptBy.mechanism, keptBy.with ?? {}, own])
}

/** What there is to ask of a pack: each mechanism with each set of parameters, once. */
export const checksOf = (pack: Pack, mechanisms: ReadonlyMap<string, Mechanism>): ReadonlyMap<string, Asked> =>
  new Map(
    clausesOf(pack)
      .flatMap((clause) => clause.keptBy.map((keptBy) => ({ keptBy, clause })))
      .map((asked) => [keyOf(mechanisms, asked), asked] as const)
      .toReversed(),
  )

async function ask(
  tx: ReadTx,
  mechanisms: ReadonlyMap<string, Mechanism>,
  { keptBy, clause }: Asked,
  asOf: Temporal.Instant,
): Promise<ClauseState> {
  const mechanism = mechanisms.get(keptBy.mechanism)
  if (!mechanism) return unbuilt
  const params = keptBy.with ?? {}
  if (!Value.Check(mechanism.params, params)) return failed(mechanism.id)
  return mechanism.check(tx, params, asOf, clause)
}

/** A query that failed would leave the whole transaction unusable; behind a savepoint, only its own check. */
async function askSafely(
  tx: ReadTx,
  mechanisms: ReadonlyMap<string, Mechanism>,
  asked: Asked,
  { asOf, onFault }: Judging,
): Promise<ClauseState> {
  await run(tx, 'SAVEPOINT one_check')
  try {
    const state = await ask(tx, mechanisms, asked, asOf)
    await run(tx, 'RELEASE SAVEPOINT one_check')
    return state
  } catch (fault) {
    await run(tx, 'ROLLBACK TO SAVEPOINT one_check')
    onFault?.(fault, asked.keptBy.mechanism)
    return failed(asked.keptBy.mechanism)
  }
}

const run = (tx: ReadTx, statement: string): Promise<unknown> => sql.raw(statement).execute(tables<object>(tx))
