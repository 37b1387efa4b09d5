import type { FilterEvent, Seal, Snapshot, SupplierState } from '../contract.js'
import { lateEvents } from '../illegal/gather-suppliers.js'
import { openSnapshot, type OpenSnapshot } from './open-snapshot.js'
import { shutSnapshot } from './shut-snapshot.js'
import { SnapshotRefused } from './snapshot-file.js'

export interface KeeperOptions {
  readonly seal: Seal
  /** How many snapshots to keep for going back, that in use included. */
  readonly keep?: number
  /** Hosts that stay open while there is no snapshot. */
  readonly help?: readonly string[]
  readonly tell: (event: FilterEvent) => void
}

/** More than this before its own snapshot was compiled, a clock is wrong and not merely a little slow. */
const CLOCK_GRACE = 60 * 60_000

/**
 * Holds the snapshot in use and decides which may follow it. Whatever goes wrong, what was in force stays in force; with
 * nothing in force everything is shut. A swap is one assignment: whoever asked before it is answered by the old one.
 */
export class SnapshotKeeper {
  #current: Snapshot
  #kept: readonly OpenSnapshot[] = []
  readonly #options: KeeperOptions

  constructor(options: KeeperOptions) {
    this.#options = options
    this.#current = shutSnapshot(options.help)
  }

  get current(): Snapshot {
    return this.#current
  }

  /** Those that can be gone back to, newest first. */
  get kept(): readonly OpenSnapshot[] {
    return this.#kept
  }

  /**
   * Takes a snapshot into use, or says why not and leaves everything as it was. `free` is how many bytes of memory may
   * still be taken, when the caller knows.
   */
  swap(buffer: ArrayBufferLike, at: number, free = Infinity): boolean {
    if (buffer.byteLength > free)
      return this.#refuse('memory.short', at, 'There is not memory enough for the new snapshot. The one in use stays.')
    const next = this.#opened(buffer, at)
    if (next === null) return false
    if (next.id.number <= this.#current.id.number)
      return this.#refuse(
        'snapshot.refused',
        at,
        `Snapshot ${next.id.number} is not newer than ${this.#current.id.number}. To go back, go back.`,
      )
    return this.#use(next, at, 'snapshot.opened')
  }

  /** Goes back to a kept snapshot, unless that would weaken the illegal layer: then see `withIllegalLayerOf`. */
  rollBack(number: number, at: number): boolean {
    const old = this.#kept.find(({ id }) => id.number === number)
    if (old === undefined) return this.#refuse('snapshot.refused', at, `Snapshot ${number} is not kept.`)
    return this.#use(old, at, 'snapshot.rolled-back')
  }

  /**
   * The moment to decide by. A clock cannot be right that is before the snapshot in use was compiled, so that moment
   * holds instead: a lift that had ended does not begin again because a battery was flat.
   */
  moment(clock: number): number {
    const { compiledAt } = this.#current
    if (clock >= compiledAt - CLOCK_GRACE) return clock
    this.#options.tell({
      type: 'clock.doubtful',
      at: compiledAt,
      alarm: true,
      sentence: 'The clock is behind the snapshot in use. Decisions are made as of when it was compiled.',
    })
    return compiledAt
  }

  /** Tells of suppliers' lists that have become late; to be asked every hour or so. */
  tellLate(at: number): void {
    for (const event of lateEvents(this.#current.illegal.suppliers, at)) this.#options.tell(event)
  }

  #opened(buffer: ArrayBufferLike, at: number): OpenSnapshot | null {
    try {
      return openSnapshot(buffer, this.#options.seal)
    } catch (error) {
      const why = error instanceof SnapshotRefused ? error.message : 'The snapshot cannot be read.'
      this.#refuse('snapshot.refused', at, `${why} The one in use stays.`)
      return null
    }
  }

  #use(next: OpenSnapshot, at: number, type: 'snapshot.opened' | 'snapshot.rolled-back'): boolean {
    const weaker = whatIsWeaker(next, this.#current)
    if (weaker !== null)
      return this.#refuse('illegal-layer.weakening-refused', at, `Snapshot ${next.id.number} was refused: ${weaker}.`)
    this.#current = next
    this.#kept = [next, ...this.#kept.filter(({ id }) => id.digest !== next.id.digest)].slice(
      0,
      this.#options.keep ?? 3,
    )
    this.#options.tell({
      type,
      at,
      alarm: false,
      sentence: `Snapshot ${next.id.number} is in use, with ${next.entries.toLocaleString('en-GB')} entries.`,
    })
    return true
  }

  #refuse(type: FilterEvent['type'], at: number, sentence: string): false {
    this.#options.tell({ type, at, alarm: true, sentence })
    return false
  }
}

/** As much of a snapshot's illegal layer as can be compared, and remembered. */
interface Layered {
  readonly illegal: { readonly suppliers: readonly Pick<SupplierState, 'supplier' | 'edition' | 'entries'>[] }
}

/** How the illegal layer of one snapshot is weaker than another's, or null when it is not. */
export function whatIsWeaker(next: Layered, current: Layered): string | null {
  for (const { supplier, edition, entries } of current.illegal.suppliers) {
    const after = next.illegal.suppliers.find((each) => each.supplier === supplier)
    if (after === undefined) return `it lacks the list of ${supplier}`
    if (after.edition < edition)
      return `its list of ${supplier} is edition ${after.edition}, and edition ${edition} has been in force`
    if (after.entries === 0 && entries > 0) return `its list of ${supplier} is empty`
  }
  return null
}
