import { ClauseParams, named, onlyTheWay } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { activePack } from '../../policy/index.js'
import { countedAt, inAYear, owedAt } from './owed-at.js'
import { unreachable } from './reachable.js'

/**
 * Every concern is read, decided and answered in the pack's time. Broken while any is late; due while one's time runs.
 * A clause may narrow it to one clock, to one post, or to the way: that somebody can hear at all.
 */
export const sameDayTriage: Mechanism = {
  id: 'same-day-triage',
  params: ClauseParams,
  page: '/concerns',
  check: async (tx, params, asOf) => {
    const { clock, post } = params as ClauseParams
    const { pack } = await activePack(tx)
    const started = pack.clocks.filter(({ starts }) => starts === 'reported' || starts === 'bother-received')
    const clocks = onlyTheWay(params) ? [] : (named(clock) ?? started.map(({ id }) => id))
    const { broken, due } = await owedAt(tx, pack, { clocks, posts: named(post) }, asOf)
    const count = await countedAt(tx, ['staff', 'child', 'public'], asOf)
    const alone = await unreachable(tx, pack, pack.routing.first, asOf)
    return judged(`${inAYear(count, 'concern')}, those about adults of the school apart`, [...alone, ...broken], due)
  },
}
