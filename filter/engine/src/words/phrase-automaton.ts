import { LANES, type Lanes, partOf, PIECE } from './lanes.js'
import { BOUNDARY, type LetterTables, letterTables } from './letters.js'
import { type PhraseTable, phraseTable } from './phrase-table.js'
import type { Tally } from './tally.js'

/** A text of fewer units is read by one reader: bringing four under way would take longer. */
const SHORT = 128

/**
 * Finds all phrases of a set in one pass over a text. A phrase begins and ends at a boundary; runs of boundaries count as
 * one. A long text is read in four parts at once (scan.wat says why). A reader that starts in the middle does not know what
 * stood before its part, so the one before it goes on into that part until both read alike, and counts what only it found.
 */
export class PhraseAutomaton {
  readonly tables: LetterTables
  readonly size: number
  readonly #phrases: PhraseTable
  readonly #lanes: Lanes
  readonly #start: number

  /** `phrases` are in plain form (see `plainWords`), none empty. */
  constructor(phrases: readonly string[]) {
    this.tables = letterTables(phrases)
    this.size = phrases.length
    this.#phrases = phraseTable(phrases, this.tables)
    this.#lanes = this.#phrases.lanes
    this.#start = this.#lanes.table[BOUNDARY] as number
  }

  /** Adds each phrase to the tally as often as it is in the text. `disguised` reads figures and signs as the letters they stand for. */
  count(text: string, tally: Tally, disguised = false): void {
    const letters = disguised ? this.tables.disguised : this.tables.plain
    const state = text.length < SHORT ? this.#readShort(text, letters, tally) : this.#readLong(text, letters, tally)
    this.#step(state, BOUNDARY, tally)
  }

  #readShort(text: string, letters: Uint8Array, tally: Tally): number {
    let state = this.#start
    for (let at = 0; at < text.length; at++) state = this.#step(state, letters[text.charCodeAt(at)] as number, tally)
    return state
  }

  #step(state: number, symbol: number, tally: Tally): number {
    const next = this.#lanes.table[(state >> 2) + symbol] as number
    if (next >= 0) return next
    this.#ended(~next, tally)
    return this.#lanes.onward[~next] as number
  }

  /** Where one piece was not ASCII, the next is not likely to be. */
  #readLong(text: string, letters: Uint8Array, tally: Tally): number {
    let state = this.#start
    let isAscii = true
    for (let at = 0; at < text.length; at += PIECE) {
      const piece = text.slice(at, at + PIECE)
      isAscii &&= this.#lanes.putAscii(piece, letters)
      if (!isAscii) this.#lanes.putSpelled(piece, letters)
      state = this.#readPiece(partOf(piece.length), state, tally)
    }
    return state
  }

  /** Reads what the lanes hold, each so many symbols, coming in the state before it. Returns the state after it. */
  #readPiece(part: number, before: number, tally: Tally): number {
    const { states, found } = this.#lanes
    states.fill(0)
    states[0] = before
    const count = this.#lanes.read(part)
    for (let at = 0; at < count; at++) this.#ended(found[at] as number, tally)
    let state = states[0]
    for (let lane = 1; lane < LANES; lane++)
      state = this.#goOn(state, lane * part, (lane + 1) * part, tally) ?? (states[lane] as number)
    return state
  }

  /**
   * Goes on in a state over a part that was read already by one who did not know it, and counts what that one missed.
   * Returns null as soon as both are in the same state, or the state at the part's end.
   */
  #goOn(from: number, start: number, end: number, tally: Tally): number | null {
    const { table, onward } = this.#lanes
    let knowing = from
    let blind = 0
    for (let at = start; at < end && knowing !== blind; at++) {
      const symbol = this.#lanes.symbolAt(at)
      const known = table[(knowing >> 2) + symbol] as number
      const seen = table[(blind >> 2) + symbol] as number
      knowing = known < 0 ? (onward[~known] as number) : known
      blind = seen < 0 ? (onward[~seen] as number) : seen
      if (known < 0) this.#ended(~known, tally, seen < 0 ? this.#length(~seen) : 0)
    }
    return knowing === blind ? null : knowing
  }

  /** Counts the phrases of an ending, but for so many of its shortest. */
  #ended(ending: number, tally: Tally, butFor = 0): void {
    const { from, phrases } = this.#phrases
    const end = (from[ending + 1] as number) - butFor
    for (let at = from[ending] as number; at < end; at++) tally.add(phrases[at] as number)
  }

  #length(ending: number): number {
    const { from } = this.#phrases
    return (from[ending + 1] as number) - (from[ending] as number)
  }
}
