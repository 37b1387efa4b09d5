import { Lanes } from './lanes.js'
import type { LetterTables } from './letters.js'
import { phraseTrie } from './phrase-trie.js'

/**
 * All phrases of a set as one table of numbers: from a state and a symbol straight to the next state. A state is the
 * distance of its row in bytes. A step on which phrases end holds the complement of the ending's number instead, so that
 * reading looks at one sign and at nothing else; the ending says which phrases they are, and in which state to go on.
 */
export interface PhraseTable {
  readonly lanes: Lanes
  /** Ending → from where to where in `phrases` its phrases stand, longest first. */
  readonly from: Uint32Array
  readonly phrases: Uint32Array
}

/** `phrases` are in plain form (see `plainWords`), none empty. */
export function phraseTable(phrases: readonly string[], letters: LetterTables): PhraseTable {
  const width = letters.symbols
  const { next, ends, onward } = phraseTrie(phrases, letters)
  const kept = [...onward.keys()].filter((state) => onward[state] === state)
  const endings = [...ends.keys()]
  const rowOf = numbered(kept, onward.length)
  const endingOf = numbered(endings, onward.length)
  /** State → where to go on from it. */
  const address = onward.map((state) => (rowOf[state] as number) * width * 4)
  /** State → what a step into it says. */
  const steps = address.map((row, state) => ((endingOf[state] as number) < 0 ? row : ~(endingOf[state] as number)))

  const lanes = new Lanes(kept.length * width, endings.length)
  let at = 0
  for (const state of kept)
    for (let symbol = 0; symbol < width; symbol++) {
      const to = next[state * width + symbol] as number
      lanes.table[at++] = (to === state ? address : steps)[to] as number
    }
  lanes.onward.set(endings.map((state) => address[state] as number))

  const from = new Uint32Array(endings.length + 1)
  const numbers = [...ends.values()]
  for (const [ending, { length }] of numbers.entries()) from[ending + 1] = (from[ending] as number) + length
  return { lanes, from, phrases: Uint32Array.from(numbers.flat()) }
}

/** For each of so many states its place among these, or -1. */
function numbered(states: readonly number[], count: number): Int32Array {
  const numbers = new Int32Array(count).fill(-1)
  for (const [number, state] of states.entries()) numbers[state] = number
  return numbers
}
