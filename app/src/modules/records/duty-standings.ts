import type { Duty, DutyInstance } from '../../engine/duties/duty.js'
import { instancesIn } from '../../engine/duties/instances.js'
import { standingOf } from '../../engine/duties/standing.js'
import type { Standing } from '../../engine/duties/standing.js'
import { titleOfPost } from '../../engine/packs/lookup.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { activePack, schoolAround } from '../policy/index.js'

/** A duty as somebody sees it in a list. */
export interface DutyStanding {
  readonly instance: DutyInstance
  readonly standing: Standing
  readonly title: string
}

/** How the instances of these duties stand now, as far as this reader may see their calls, most pressing first. */
export async function dutyStandings(tx: ReadTx, duties: readonly Duty[]): Promise<readonly DutyStanding[]> {
  const { pack } = await activePack(tx)
  const found: DutyStanding[] = []
  for (const instance of duties.flatMap((duty) => instancesIn(pack, duty))) {
    const standing = await standingOf(tx, schoolAround, instance)
    if (standing) found.push({ instance, standing, title: titleOfPost(pack, instance.post) })
  }
  return found.toSorted((a, b) => dueMs(a) - dueMs(b))
}

/** When it is due, for the order; what nothing calls for comes last. */
const dueMs = ({ standing: { occasion, call, events } }: DutyStanding): number =>
  Math.min(
    ...[call?.due_at ?? occasion?.due, ...events.map(({ due_at }) => due_at)].map(
      (due) => due?.epochMilliseconds ?? Infinity,
    ),
  )

/** Whether this reader owes it, hears of it, or may read how the policy stands. */
export const concerns = ({ tx, instance }: { readonly tx: ReadTx; readonly instance: DutyInstance }): boolean =>
  tx.actor.posts.has(instance.post) || tx.actor.posts.has(instance.escalate) || tx.actor.powers.has(instance.duty.see)
