import type { Clock } from '../../../kernel/calendar/clock.js'

/** Calendars ask a few times an hour; one that asks more has gone wrong, or is somebody trying addresses. */
const mostInAnHour = 40
const hourMs = 3_600_000
/** Beyond so many askers at once the oldest are forgotten: a flood from everywhere must not fill the memory. */
const mostAskers = 10_000

/** Counts how often each asker came within an hour, in memory only: no address is written down. */
export class FetchPace {
  readonly #came = new Map<string, { readonly since: number; readonly times: number }>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Counts one more. False when there were too many within the hour. */
  take(asker: string): boolean {
    const now = this.#clock.now().epochMilliseconds
    const before = this.#came.get(asker)
    const fresh = !before || now - before.since >= hourMs
    const counted = fresh ? { since: now, times: 1 } : { since: before.since, times: before.times + 1 }
    if (fresh) this.#forget(asker)
    this.#came.set(asker, counted)
    return counted.times <= mostInAnHour
  }

  #forget(asker: string): void {
    this.#came.delete(asker)
    const [oldest] = this.#came.keys()
    if (this.#came.size >= mostAskers && oldest !== undefined) this.#came.delete(oldest)
  }
}
