import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../kernel/calendar/clock.js'

/**
 * How far apart attempts to open a conversation by words are taken, by how many wrong triples one school has had:
 * nothing while children mistype, seconds once somebody tries many. Counted for the school, not for an address, because
 * no trace of a reporter is kept; the first row that holds is used. What this costs a guesser is reckoned in
 * docs/decisions/0006-receipt-words.md.
 */
const paces = [
  { wrong: 300, within: { hours: 24 }, gapMs: 20_000 },
  { wrong: 60, within: { hours: 24 }, gapMs: 8_000 },
  { wrong: 12, within: { hours: 1 }, gapMs: 2_000 },
] as const

/** From this many wrong triples in a day, a person is told: it is no longer children mistyping. */
export const alarmAtWrongWords = 60

/** Counts wrong triples of one school, in memory only. */
export class GuessPace {
  #wrong: readonly Temporal.Instant[] = []
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Three words of our list opened nothing. True when this one is the first that should be told to somebody. */
  wrong(): boolean {
    this.#wrong = [...this.#since({ hours: 24 }), this.#clock.now()]
    return this.#wrong.length === alarmAtWrongWords
  }

  /** Milliseconds to leave between two attempts now. */
  gapMs(): number {
    return paces.find(({ wrong, within }) => this.#since(within).length >= wrong)?.gapMs ?? 0
  }

  #since(within: { readonly hours: number }): readonly Temporal.Instant[] {
    const from = this.#clock.now().subtract(within).epochMilliseconds
    return this.#wrong.filter((at) => at.epochMilliseconds > from)
  }
}
