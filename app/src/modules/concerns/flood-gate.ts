import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { TurnQueue } from './turn-queue.js'
import type { Turn } from './turn-queue.js'

/** Reports of one lane within ten minutes before each further one waits a little longer: several classes at once fit. */
const freely = 200
const windowMs = 10 * 60_000
/** Milliseconds that each further report of a lane adds to its wait, and the longest wait. */
const step = 20
const longestMs = 8000

/**
 * Slows whoever sends very many reports, and never refuses one. A few are taken at once, lane by lane; a lane that keeps
 * sending waits longer and longer before its turn. A lane is an address under a key that lives as long as this process,
 * counted for ten minutes and forgotten: nothing of it is stored or logged. Behind a web server of the same machine that
 * does not say who asks, all addresses are its own, so there only the queue slows.
 */
export class FloodGate {
  readonly #queue = new TurnQueue({ atOnce: 8, gapMs: () => 0, mostInLane: 1000, mostWaiting: 4000, longestMs: 40_000 })
  readonly #key = randomBytes(16)
  readonly #sent = new Map<string, number>()
  #since = 0

  /** Does the work when its turn comes; 'busy' means the waiting page, which sends again by itself. */
  async take<T>(address: string, work: () => Promise<T>): Promise<Turn<T>> {
    const lane = this.laneOf(address)
    const wait = isOwnMachine(address) ? 0 : this.#waitOf(lane)
    if (wait > 0) await pause(wait)
    return this.#queue.take(lane, work)
  }

  /** What an address is called here: under a key that dies with the process. */
  laneOf(address: string): string {
    return createHash('sha256').update(this.#key).update(address).digest('base64url')
  }

  #waitOf(lane: string): number {
    const now = performance.now()
    if (now - this.#since > windowMs) {
      this.#sent.clear()
      this.#since = now
    }
    const sent = (this.#sent.get(lane) ?? 0) + 1
    this.#sent.set(lane, sent)
    return Math.min(longestMs, Math.max(0, sent - freely) * step)
  }
}

const isOwnMachine = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)
