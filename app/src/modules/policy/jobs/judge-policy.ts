import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { ClauseState } from '../../../engine/clauses/clause-state.js'
import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import type { SchoolId } from '../../../kernel/ids.js'
import type { Job, RecurringJob } from '../../../kernel/jobs/job.js'
import { newestEntry } from '../../../kernel/journal/newest-entry.js'
import { turnClauses } from '../commands/turn-clauses.js'
import { judgeClauses } from '../judge-clauses.js'
import { findActivePack } from '../queries/active-pack.js'
import { lastTurn } from '../queries/latest-turns.js'

/** When a school's policy was last looked at here, and what would make another look worth while. */
interface Look {
  readonly at: Temporal.Instant
  /** What was done in the school by then. */
  readonly entry: string | null
  /** The first moment at which something found falls due; null when nothing does. */
  readonly due: Temporal.Instant | null
}

/** Where nothing was done and nothing fell due, a look this often is enough: some checks know of times they do not tell. */
const stillMinutes = 10

const looks = new Map<SchoolId, Look>()

/**
 * Looks at every clause of one school's policy and writes down what turned. Safe to run twice and at once: one waits for
 * the other, and does nothing where that has looked later. What turned before stays as it was said.
 */
export const judgePolicy = (deps: Deps, schoolId: SchoolId): Promise<number> =>
  inSchool(deps.db, workerIn(schoolId), async (tx) => {
    await lockTurns(tx)
    const [active, entry, overtaken] = await Promise.all([findActivePack(tx), newestEntry(tx), wasOvertaken(tx)])
    if (!active || overtaken) return 0
    const states = await judgeClauses(tx, active.pack, { modules: deps.modules, asOf: tx.now })
    const turned = await turnClauses(tx, states)
    looks.set(schoolId, { at: tx.now, entry, due: nextDue([...states.values()], tx.now) })
    return turned
  })

/** Held until the transaction ends. The number is arbitrary and only has to stay the same. */
const lockTurns = (tx: Tx): Promise<unknown> =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${tx.actor.schoolId}, 4712))`.execute(tables<object>(tx))

/** Whether turns of a later moment than ours were written while we waited: ours would be dated before them. */
async function wasOvertaken(tx: Tx): Promise<boolean> {
  const [before, newest] = await Promise.all([lastTurn(tx, tx.now), lastTurn(tx, tx.now.add({ hours: 24 }))])
  return before !== newest
}

function nextDue(states: readonly ClauseState[], now: Temporal.Instant): Temporal.Instant | null {
  const coming = [...new Set(states)]
    .flatMap(({ findings }) => findings.flatMap(({ due }) => due ?? []))
    .filter((due) => Temporal.Instant.compare(due, now) > 0)
  return coming.toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null
}

/** Whether nothing was done, nothing fell due and no new day began since the last look. */
async function isStill(tx: ReadTx, schoolId: SchoolId): Promise<boolean> {
  const look = looks.get(schoolId)
  if (!look || Temporal.Instant.compare(look.at.add({ minutes: stillMinutes }), tx.now) <= 0) return false
  if (look.due && Temporal.Instant.compare(look.due, tx.now) <= 0) return false
  return londonDate(look.at).equals(londonDate(tx.now)) && (await newestEntry(tx)) === look.entry
}

/** Asked for by events, so that a change shows within seconds. */
export const policyTouched: Job<{ readonly schoolId: SchoolId }, Deps> = {
  name: 'policy.touched',
  run: async (deps, { schoolId }) => void (await judgePolicy(deps, schoolId)),
}

/** And every minute, because time alone breaks promises; but not in a school where all is still. */
export const judgeEveryMinute: RecurringJob<Deps> = {
  name: 'policy.judge',
  cron: '* * * * *',
  run: async (deps, schoolId) => {
    if (await reading(deps.db, workerIn(schoolId), (tx) => isStill(tx, schoolId))) return
    await judgePolicy(deps, schoolId)
  },
}
