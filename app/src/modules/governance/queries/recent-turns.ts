import type { Temporal } from 'temporal-polyfill'
import { clausesOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { latestTurns } from '../../policy/index.js'
import type { ClauseVerdict } from '../../../engine/clauses/clause-state.js'

/** A clause that turned in a stretch of time. */
export interface Turned {
  readonly id: string
  readonly number: string
  readonly text: string
  readonly from: ClauseVerdict
  readonly to: ClauseVerdict
  readonly at: Temporal.Instant
}

/** Clauses whose verdict at the end of a stretch is another than at its beginning, in the order of the policy. First looks are no turns. */
export async function recentTurns(
  tx: ReadTx,
  pack: Pack,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<readonly Turned[]> {
  const [before, after] = [await latestTurns(tx, from), await latestTurns(tx, to)]
  return clausesOf(pack).flatMap(({ id, number, text }) => {
    const [was, is] = [before.get(id), after.get(id)]
    if (!was || !is || was.verdict === is.verdict) return []
    return [{ id, number, text, from: was.verdict, to: is.verdict, at: is.at }]
  })
}
