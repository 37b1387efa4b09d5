import { type Snapshot, whatIsWeaker } from '../../../engine/src/index.js'
import type { GatewayEvent } from '../status/health.js'
import type { InForce } from './layer-memory.js'

/** Whether a snapshot may take the place of the one in force, and what is told of it. */
export interface Swap extends Pick<GatewayEvent, 'type' | 'alarm' | 'sentence'> {
  readonly taken: boolean
}

/**
 * An earlier snapshot may be gone back to, with an alarm, but never to an earlier edition of a supplier's list of
 * illegal content, nor to none: that would be a way to weaken the layer which nothing may weaken. What was in force
 * before a restart counts like what is in force now.
 */
export function judgeSwap(inForce: InForce, next: Snapshot): Swap {
  const { number } = next.id
  const weaker = whatIsWeaker(next, { illegal: inForce })
  if (weaker !== null)
    return {
      taken: false,
      type: 'illegal-layer.weakening-refused',
      alarm: true,
      sentence: `Snapshot ${number} was refused: ${weaker}.`,
    }
  if (number < inForce.number)
    return {
      taken: true,
      type: 'snapshot.rolled-back',
      alarm: true,
      sentence: `Back to snapshot ${number}, from ${inForce.number}.`,
    }
  return { taken: true, type: 'snapshot.opened', alarm: false, sentence: `Snapshot ${number} is in force.` }
}
