import { BOUNDARY, type LetterTables, SILENT } from './letters.js'

/** The words of a set, letter by letter, before they are packed (phrase-table.ts). State 0 knows of nothing; -1 is none. */
export interface PhraseTrie {
  /** State × width + symbol → the state after it. */
  readonly next: Int32Array
  /** The phrases that are whole in a state, longest first; few states have any. */
  readonly ends: ReadonlyMap<number, readonly number[]>
  /** For each state the one in which to go on: itself, or, where no phrase goes any further, that of its longest ending that does. */
  readonly onward: Int32Array
}

/** Aho and Corasick, 1975. `phrases` are in plain form (see `plainWords`), none empty. */
export function phraseTrie(phrases: readonly string[], letters: LetterTables): PhraseTrie {
  const { next, ends } = spelledOut(phrases, letters)
  return { next, ends, onward: linked(next, ends, letters.symbols) }
}

interface Spelled {
  readonly next: Int32Array
  readonly ends: Map<number, readonly number[]>
}

/**
 * In the order of the alphabet, so that a word's states have numbers one after the other, their rows lie side by side, and
 * they come into the processor's cache together.
 */
function spelledOut(phrases: readonly string[], letters: LetterTables): Spelled {
  const width = letters.symbols
  const most = 1 + phrases.reduce((sum, phrase) => sum + phrase.length + 2, 0)
  const next = new Int32Array(most * width).fill(-1)
  const ends = new Map<number, readonly number[]>()
  let count = 1
  for (const number of alphabetical(phrases)) {
    let state = 0
    for (const symbol of spelled(phrases[number] as string, letters)) {
      const at = state * width + symbol
      if ((next[at] as number) < 0) next[at] = count++
      state = next[at] as number
    }
    ends.set(state, [...(ends.get(state) ?? []), number])
  }
  return { next: next.subarray(0, count * width), ends }
}

const alphabetical = (phrases: readonly string[]): readonly number[] =>
  [...phrases.keys()].toSorted((a, b) => ((phrases[a] as string) < (phrases[b] as string) ? -1 : 1))

/** A boundary, the letters, a boundary. */
function spelled(phrase: string, { plain }: LetterTables): readonly number[] {
  const letters = Array.from({ length: phrase.length }, (_, at) =>
    phrase[at] === ' ' ? BOUNDARY : (plain[phrase.charCodeAt(at)] as number),
  )
  return [BOUNDARY, ...letters, BOUNDARY]
}

/**
 * Fills in, level by level, where each state goes on a symbol that none of its own phrases has, and adds to `ends` the
 * phrases of shorter endings. A boundary after a boundary, and what is silent, lead back to the same state, so that runs of
 * them need no thought in reading. Returns for each state where to go on.
 */
function linked(next: Int32Array, ends: Spelled['ends'], width: number): Int32Array {
  const count = next.length / width
  const shorter = new Int32Array(count)
  const isApart = new Uint8Array(count)
  const onward = new Int32Array(count)
  const queue = [0]
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number
    const row = state * width
    const back = shorter[state] as number
    const before = queue.length
    for (let symbol = 0; symbol < width; symbol++) {
      const child = next[row + symbol] as number
      const fallback = state === 0 ? 0 : (next[back * width + symbol] as number)
      if (child < 0) next[row + symbol] = fallback
      else {
        shorter[child] = fallback
        isApart[child] = Number(symbol === BOUNDARY)
        queue.push(child)
      }
    }
    next[row + SILENT] = state
    if (isApart[state] === 1) next[row + BOUNDARY] = state
    onward[state] = queue.length > before ? state : (onward[back] as number)
    const inherited = ends.get(back)
    if (inherited !== undefined) ends.set(state, [...(ends.get(state) ?? []), ...inherited])
  }
  return onward
}
