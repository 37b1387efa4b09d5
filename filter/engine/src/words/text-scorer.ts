import type { TextScore } from '../contract.js'
import type { Phrase } from '../list-source.js'
import type { CategoryId } from '../policy.js'
import { plainWords } from './letters.js'
import { PhraseAutomaton } from './phrase-automaton.js'
import { isDisguised, pushedTogether } from './spaced-out.js'
import { Tally } from './tally.js'

/** A phrase said again and again counts no more often than this: one song's refrain must not outweigh a page. */
const MOST_TIMES = 3
/** A page longer than this is judged by its first part: time and memory stay bounded. */
const LONGEST_TEXT = 1_000_000

type Limits = Readonly<Record<CategoryId, { readonly flag?: number; readonly block?: number }>>

/** Scores texts by weighted phrases. The automaton is made at the first question, for most gateways never ask one. */
export class TextScorer {
  readonly #given: readonly Phrase[]
  /** Those that have a letter to be found by. */
  #phrases: readonly Phrase[] = []
  #automaton: PhraseAutomaton | null = null
  #tally = new Tally(0)
  #again = new Tally(0)

  constructor(phrases: readonly Phrase[]) {
    this.#given = phrases
  }

  /** Whether these are the very phrases that it scores by: a snapshot that changes none takes over what was made ready. */
  isFor(phrases: readonly Phrase[]): boolean {
    return phrases.length === this.#given.length && phrases.every((each, at) => isSame(each, this.#given[at]))
  }

  /** Per category what the phrases found, strongest first; categories below half their threshold are left out. */
  score(whole: string, limits: Limits): readonly TextScore[] {
    const { counts, found } = this.#tallyOf(whole.slice(0, LONGEST_TEXT))
    const categories = new Map<CategoryId, TextScore['phrases'][number][]>()
    // In the order of the phrases, so that the same text is told in the same words wherever they stand in it.
    for (const number of found.toSorted((a, b) => a - b)) {
      const { id, words, weight, category } = this.#phrases[number] as Phrase
      const said = { rule: id, words, weight, times: counts[number] as number }
      categories.set(category, [...(categories.get(category) ?? []), said])
    }
    return [...categories]
      .flatMap(([category, phrases]) => scored(category, phrases, limits[category]))
      .toSorted((a, b) => b.score / b.threshold - a.score / a.threshold)
  }

  /** As written, as disguised, as pulled apart: of the three readings, for each phrase the one that found it most often. */
  #tallyOf(text: string): Tally {
    this.#automaton ??= this.#prepared()
    this.#tally.clear()
    this.#automaton.count(text, this.#tally)
    if (isDisguised(text)) this.#take(text)
    const together = pushedTogether(text)
    if (together !== '') this.#take(together)
    return this.#tally
  }

  #take(text: string): void {
    this.#again.clear()
    this.#automaton?.count(text, this.#again, true)
    this.#tally.atLeast(this.#again)
  }

  #prepared(): PhraseAutomaton {
    const plain = this.#given.map(({ words }) => plainWords(words))
    this.#phrases = this.#given.filter((_, at) => plain[at] !== '')
    this.#tally = new Tally(this.#phrases.length)
    this.#again = new Tally(this.#phrases.length)
    return new PhraseAutomaton(plain.filter((words) => words !== ''))
  }
}

const isSame = (one: Phrase, other: Phrase | undefined): boolean =>
  one.id === other?.id && one.words === other.words && one.weight === other.weight && one.category === other.category

function scored(
  category: CategoryId,
  phrases: TextScore['phrases'],
  limits: Limits[CategoryId] | undefined,
): readonly TextScore[] {
  const threshold = Math.min(limits?.flag ?? Infinity, limits?.block ?? Infinity)
  const score = phrases.reduce((sum, { weight, times }) => sum + weight * Math.min(times, MOST_TIMES), 0)
  if (score <= 0 || score < threshold / 2) return []
  return [{ category, score, threshold, phrases: phrases.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)) }]
}
