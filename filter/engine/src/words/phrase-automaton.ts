import { BOUNDARY, type LetterTables, letterTables, SILENT } from './letters.js'
import type { Tally } from './tally.js'

/**
 * Finds all phrases of a set in one pass over a text (Aho and Corasick, 1975), as one table of numbers: from a state and
 * a letter straight to the next state. A state that ends a phrase is stored as its complement, so that the loop looks at
 * one sign and at nothing else. A phrase begins and ends at a boundary; runs of boundaries count as one.
 */
export class PhraseAutomaton {
  readonly tables: LetterTables
  /** State → its row: the next state for each symbol, multiplied by the row's width; complemented where phrases end. */
  readonly #next: Int32Array
  readonly #width: number
  /** For each state the phrases that end in it, those of shorter endings too. */
  readonly #outputs: readonly (readonly number[])[]
  readonly #start: number
  readonly size: number

  /** `phrases` are in plain form (see `plainWords`), none empty. */
  constructor(phrases: readonly string[]) {
    this.tables = letterTables(phrases)
    this.size = phrases.length
    this.#width = this.tables.symbols
    const built = build(phrases, this.tables)
    this.#next = built.next
    this.#outputs = built.outputs
    this.#start = Math.abs(stateValue(this.#next[BOUNDARY] as number))
  }

  /** Adds each phrase to the tally as often as it is in the text. `disguised` reads figures and signs as the letters they stand for. */
  count(text: string, tally: Tally, disguised = false): void {
    const table = disguised ? this.tables.disguised : this.tables.plain
    const next = this.#next
    let state = this.#start
    let last = BOUNDARY
    for (let at = 0; at < text.length; at++) {
      const symbol = table[text.charCodeAt(at)] as number
      if (symbol <= BOUNDARY ? symbol === BOUNDARY && last === BOUNDARY : symbol === SILENT) continue
      last = symbol
      state = next[state + symbol] as number
      if (state < 0) {
        state = ~state
        this.#found(state, tally)
      }
    }
    if (last === BOUNDARY) return
    const end = next[state + BOUNDARY] as number
    if (end < 0) this.#found(~end, tally)
  }

  #found(state: number, tally: Tally): void {
    const output = this.#outputs[state / this.#width] as readonly number[]
    for (let at = 0; at < output.length; at++) tally.add(output[at] as number)
  }
}

const stateValue = (value: number): number => (value < 0 ? ~value : value)

interface Built {
  readonly next: Int32Array
  readonly outputs: readonly (readonly number[])[]
}

function build(phrases: readonly string[], tables: LetterTables): Built {
  const width = tables.symbols
  const states = 1 + phrases.reduce((sum, phrase) => sum + phrase.length + 2, 0)
  const trie = new Int32Array(states * width).fill(-1)
  const ends: number[][] = [[]]
  for (const [number, phrase] of phrases.entries()) {
    let state = 0
    for (const symbol of spelled(phrase, tables)) {
      const at = state * width + symbol
      if ((trie[at] as number) < 0) {
        trie[at] = ends.length
        ends.push([])
      }
      state = trie[at] as number
    }
    ends[state]?.push(number)
  }
  return linked(trie.subarray(0, ends.length * width), ends, width)
}

/** A boundary, the letters, a boundary. */
function spelled(phrase: string, { plain }: LetterTables): readonly number[] {
  const letters = Array.from({ length: phrase.length }, (_, at) =>
    phrase[at] === ' ' ? BOUNDARY : (plain[phrase.charCodeAt(at)] as number),
  )
  return [BOUNDARY, ...letters, BOUNDARY]
}

/** Fills in, level by level, where each state goes on a letter that none of its own phrases has. */
function linked(trie: Int32Array, ends: readonly (readonly number[])[], width: number): Built {
  const fail = new Int32Array(ends.length)
  const outputs: (readonly number[])[] = ends.map((own) => own)
  const next = new Int32Array(trie.length)
  const queue: number[] = []
  for (let symbol = 0; symbol < width; symbol++) {
    const child = trie[symbol] as number
    if (child > 0) queue.push(child)
    next[symbol] = Math.max(child, 0)
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number
    const back = fail[state] as number
    const inherited = outputs[back] as readonly number[]
    if (inherited.length > 0) outputs[state] = [...(outputs[state] as readonly number[]), ...inherited]
    for (let symbol = 0; symbol < width; symbol++) {
      const child = trie[state * width + symbol] as number
      const fallback = next[back * width + symbol] as number
      next[state * width + symbol] = child > 0 ? child : fallback
      if (child <= 0) continue
      fail[child] = fallback
      queue.push(child)
    }
  }
  return multiplied(next, outputs, width)
}

function multiplied(next: Int32Array, outputs: readonly (readonly number[])[], width: number): Built {
  for (let at = 0; at < next.length; at++) {
    const state = next[at] as number
    next[at] = (outputs[state] as readonly number[]).length > 0 ? ~(state * width) : state * width
  }
  return { next, outputs }
}
