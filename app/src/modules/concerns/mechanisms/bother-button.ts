import { ClauseParams, named, onlyTheWay } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { activePack } from '../../policy/index.js'
import { countedAt, inAYear, owedAt } from './owed-at.js'
import { unreachable } from './reachable.js'

/** The clocks that a child's or an anonymous reporter's message starts. */
export const answerClocks = (pack: Pack, clock: ClauseParams['clock']): readonly string[] =>
  named(clock) ?? pack.clocks.filter(({ starts }) => starts === 'bother-received').map(({ id }) => id)

/** A child can tell at any time, somebody hears, and every child is answered in the pack's time. */
export const botherButton: Mechanism = {
  id: 'bother-button',
  params: ClauseParams,
  page: null,
  check: async (tx, params, asOf) => {
    const { pack } = await activePack(tx)
    const clocks = onlyTheWay(params) ? [] : answerClocks(pack, (params as ClauseParams).clock)
    const { broken, due } = await owedAt(tx, pack, { clocks, channels: ['child'] }, asOf)
    const alone = await unreachable(tx, pack, pack.routing.child ?? pack.routing.first, asOf)
    return judged(inAYear(await countedAt(tx, ['child'], asOf), 'bother'), [...alone, ...broken], due)
  },
}
