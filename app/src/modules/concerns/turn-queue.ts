/** How a queue keeps time and how many it lets wait. */
export interface TurnQueueSettings {
  /** Turns at the same time; one unless told otherwise. */
  readonly atOnce?: number
  /** Milliseconds between the end of one turn and the next; asked anew each time. */
  readonly gapMs: () => number
  /** Waiting in one lane at once; a class of thirty behind one address must fit. */
  readonly mostInLane: number
  /** Waiting altogether. */
  readonly mostWaiting: number
  /** Longest wait in milliseconds before the person is shown the waiting page instead. */
  readonly longestMs: number
}

/** Nobody is refused: 'busy' means the waiting page, which asks again by itself. */
export type Turn<T> = { readonly kind: 'done'; readonly result: T } | { readonly kind: 'busy' }

interface Waiting {
  readonly go: () => void
}

/**
 * Takes one at a time, or a few, and one lane after another, so that whoever sends a thousand waits behind themselves: a child
 * in another lane is next, or next but one. A lane is named by anything that tells senders apart (an address under a
 * key that dies with this process) and is forgotten the moment nobody waits in it: nothing about a reporter outlives
 * the answer.
 */
export class TurnQueue {
  readonly #settings: TurnQueueSettings
  readonly #lanes = new Map<string, Waiting[]>()
  #free: number

  constructor(settings: TurnQueueSettings) {
    this.#settings = settings
    this.#free = settings.atOnce ?? 1
  }

  /** Does the work when it is this lane's turn. What the work throws, this throws; the queue goes on. */
  async take<T>(lane: string, work: () => Promise<T>): Promise<Turn<T>> {
    if (!this.#hasRoom(lane) || !(await this.#turn(lane))) return { kind: 'busy' }
    try {
      return { kind: 'done', result: await work() }
    } finally {
      this.#nextAfterGap()
    }
  }

  #hasRoom(lane: string): boolean {
    const waiting = [...this.#lanes.values()].reduce((sum, one) => sum + one.length, 0)
    return waiting < this.#settings.mostWaiting && (this.#lanes.get(lane)?.length ?? 0) < this.#settings.mostInLane
  }

  /** True when it is this one's turn, false when it waited too long. */
  #turn(lane: string): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const waiting: Waiting = {
        go: () => {
          clearTimeout(timer)
          resolve(true)
        },
      }
      const timer = setTimeout(() => {
        this.#leave(lane, waiting)
        resolve(false)
      }, this.#settings.longestMs)
      this.#lanes.set(lane, [...(this.#lanes.get(lane) ?? []), waiting])
    })
  }

  #nextAfterGap(): void {
    const gap = this.#settings.gapMs()
    if (gap === 0) this.#next()
    else setTimeout(() => this.#next(), gap).unref()
  }

  /** The first of the lane that has waited longest for a turn; the lane then goes to the back. */
  #next(): void {
    const [lane, queue] = this.#lanes.entries().next().value ?? []
    const first = queue?.[0]
    if (lane === undefined || first === undefined) {
      this.#free += 1
      return
    }
    this.#leave(lane, first)
    this.#toTheBack(lane)
    first.go()
  }

  /** A lane keeps its place when one of its own stops waiting. */
  #leave(lane: string, waiting: Waiting): void {
    const rest = (this.#lanes.get(lane) ?? []).filter((one) => one !== waiting)
    if (rest.length > 0) this.#lanes.set(lane, rest)
    else this.#lanes.delete(lane)
  }

  #toTheBack(lane: string): void {
    const rest = this.#lanes.get(lane)
    if (rest === undefined) return
    this.#lanes.delete(lane)
    this.#lanes.set(lane, rest)
  }
}
