import type { Snapshot } from '../../../engine/src/index.js'
import type { GatewayEvent } from '../status/health.js'

/** Whether a snapshot may take the place of the one in force, and what is told of it. */
export interface Swap extends Pick<GatewayEvent, 'type' | 'alarm' | 'sentence'> {
  readonly taken: boolean
}

/**
 * An earlier snapshot may be gone back to, with an alarm, but never to an earlier edition of a supplier's list of
 * illegal content, nor to none: that would be a way to weaken the layer which nothing may weaken.
 */
export function judgeSwap(inForce: Snapshot, next: Snapshot): Swap {
  const { number } = next.id
  const weaker = inForce.illegal.suppliers.find(
    ({ supplier, edition }) =>
      !next.illegal.suppliers.some((one) => one.supplier === supplier && one.edition >= edition),
  )
  if (weaker !== undefined)
    return {
      taken: false,
      type: 'illegal-layer.weakening-refused',
      alarm: true,
      sentence: `Snapshot ${number} was refused: its list from ${weaker.supplier} is older than edition ${weaker.edition}, which is in force, or is not there.`,
    }
  if (number < inForce.id.number)
    return {
      taken: true,
      type: 'snapshot.rolled-back',
      alarm: true,
      sentence: `Back to snapshot ${number}, from ${inForce.id.number}.`,
    }
  return { taken: true, type: 'snapshot.opened', alarm: false, sentence: `Snapshot ${number} is in force.` }
}
