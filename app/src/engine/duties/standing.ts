import type { Temporal } from 'temporal-polyfill'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { SchoolAround } from '../around.js'
import { textIn } from '../clauses/params.js'
import type { DutyInstance } from './duty.js'
import { occasionOf } from './next-due.js'
import type { Occasion, Pace } from './next-due.js'
import { callsOf } from './read-duties.js'
import type { DutyCallRow } from './schema.js'
import { spanOf, timingOf } from './timing.js'

/** How a duty stands at `tx.now`. */
export interface Standing {
  readonly since: Temporal.Instant
  /** When it is owed now, or next; null where only events call for it. */
  readonly occasion: Occasion | null
  /** The call of that occasion, once made. */
  readonly call: DutyCallRow | null
  /** Calls that events made and nobody has answered. */
  readonly events: readonly DutyCallRow[]
  readonly done: readonly DutyCallRow[]
}

/** How long the first time may take, and what is called for, where nobody says. */
const usualFirst = '4 weeks'

/** The pace of an instance, from its clause and its duty. */
export const paceOf = ({ params, duty }: DutyInstance): Pace => ({
  timing: timingOf(params, duty.usual),
  first: spanOf(textIn(params, 'within') ?? duty.first ?? usualFirst),
  within: withinOf({ params, duty }),
})

/** How long something that was called for may take. */
export const withinOf = ({ params, duty }: Pick<DutyInstance, 'params' | 'duty'>) =>
  spanOf(textIn(params, 'within') ?? duty.within ?? usualFirst)

/** How an instance stands at `tx.now`; null while its clause is not in force. */
export async function standingOf(tx: ReadTx, around: SchoolAround, instance: DutyInstance): Promise<Standing | null> {
  const since = await around.since(tx, instance.clause)
  if (since === null) return null
  const calls = await callsOf(tx, instance.duty.id, instance.key)
  const done = calls.filter(({ answered_at }) => answered_at !== null)
  const past = done.flatMap(({ period, answered_at }) => (answered_at ? [{ period, at: answered_at }] : []))
  const inOrder = past.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  const occasion = occasionOf(await around.calendar(tx), paceOf(instance), { since, done: inOrder, now: tx.now })
  const open = calls.filter(({ answered_at }) => answered_at === null)
  return {
    since,
    occasion,
    call: open.find(({ period }) => period === occasion?.period) ?? null,
    events: open.filter(({ cause }) => cause !== 'calendar'),
    done,
  }
}
