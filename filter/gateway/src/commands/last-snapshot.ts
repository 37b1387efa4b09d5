import { existsSync } from 'node:fs'
import type { OpenSnapshot, Seal } from '../../../engine/src/index.js'
import { Damaged, Problem } from '../problem.js'
import { openWith } from './open-snapshot-file.js'
import { holdNumber, keptBeside } from './put-in-place.js'
import { say } from './say.js'

/** What a new snapshot follows. */
export interface Last {
  /** Undefined at a first start. */
  readonly snapshot: OpenSnapshot | undefined
  /** The highest number that was given, as far as what lies there tells. */
  readonly number: number
  /** The number under which the one in place is to be kept beside the new one; 0 when it is not worth keeping. */
  readonly keepAs: number
}

/**
 * The snapshot in place or, where that is gone or damaged, the newest that was kept beside it: a new one must follow one,
 * or what is late of the suppliers' lists of illegal content would be lost with it. A Problem where none can be used.
 */
export async function lastSnapshot(place: string, seal: Seal): Promise<Last> {
  const kept = keptBeside(place)
  if (!existsSync(place) && kept.length === 0) return { snapshot: undefined, number: 0, keepAs: 0 }
  const found = existsSync(place) ? await whole(place, seal) : `${place} is gone.`
  if (typeof found !== 'string') return { snapshot: found, number: found.id.number, keepAs: found.id.number }
  for (const number of kept) {
    const snapshot = await whole(`${place}.${number}`, seal)
    if (typeof snapshot === 'string') continue
    say(`Alarm: ${found} Snapshot ${number}, which was kept beside it, is built upon.`)
    // The one in place may have had the number after it: no two snapshots may share one, now or at the next damage.
    const lost = (kept[0] ?? 0) + 1
    holdNumber(place, lost)
    return { snapshot, number: lost, keepAs: 0 }
  }
  throw new Problem(`${found} None that was kept can be used either. To begin anew, take ${place} and ${place}.* away.`)
}

/** The snapshot in a file, or why it may not be used. */
async function whole(file: string, seal: Seal): Promise<OpenSnapshot | string> {
  try {
    return await openWith(file, seal)
  } catch (fault) {
    // What merely cannot be read now, for want of a right or of memory, may be sound: nothing is built past it.
    if (fault instanceof Damaged) return fault.message
    throw fault
  }
}
