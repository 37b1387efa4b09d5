import { calendarEvents, isDoubtful, lateEvents, type Snapshot } from '../../../engine/src/index.js'
import type { GatewayEvent } from '../status/health.js'

const AGAIN_MS = 24 * 60 * 60_000

/**
 * Watches what goes wrong by time alone, where no act would tell of it: a supplier's list that becomes late, a clock that
 * is behind the snapshot, a calendar that has ended. Each is told once, and again after a day for as long as it lasts.
 */
export class Watch {
  readonly #told = new Map<string, number>()
  readonly #tell: (event: Omit<GatewayEvent, 'at'>) => void

  constructor(tell: (event: Omit<GatewayEvent, 'at'>) => void) {
    this.#tell = tell
  }

  /** To be called every so often. `monotonic` never goes back: a wrong clock must not decide when it is told of again. */
  look(snapshot: Snapshot, clock: number, monotonic: number): void {
    const late = lateEvents(snapshot.illegal.suppliers, clock)
    const doubtful = isDoubtful(snapshot, clock) ? [clockIsBehind] : []
    const ended = calendarEvents(snapshot.knowsSchoolDaysUntil, clock)
    const wrong = new Map([...late, ...doubtful, ...ended].map((event) => [event.sentence, event]))
    for (const sentence of this.#told.keys()) if (!wrong.has(sentence)) this.#told.delete(sentence)
    for (const [sentence, { type, alarm }] of wrong) {
      if (monotonic - (this.#told.get(sentence) ?? -Infinity) < AGAIN_MS) continue
      this.#told.set(sentence, monotonic)
      this.#tell({ type, alarm, sentence })
    }
  }
}

const clockIsBehind = {
  type: 'clock.doubtful',
  alarm: true,
  sentence: 'The clock is behind the snapshot in use. Decisions are made as of when it was compiled.',
} as const
