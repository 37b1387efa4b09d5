import type { Known } from '../known.js'
import type { Pack } from '../pack.js'

/** Something that makes no sense in a pack of the right shape, and the value it is about. */
export interface Fault {
  /** The map or list that is to blame: it leads to the line. */
  readonly on: object
  readonly key?: string | number
  /** Without a full stop when it ends in a question. */
  readonly sentence: string
}

/** One kind of sense that a pack must make. Pure: the same pack gets the same faults. */
export type Check = (pack: Pack, known: Known) => readonly Fault[]
