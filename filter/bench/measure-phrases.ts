import { AhoCorasick as Monyone } from '@monyone/aho-corasick'
import ModernAhoCorasick from 'modern-ahocorasick'
import { PhraseAutomaton } from '../engine/src/words/phrase-automaton.js'
import { TextScorer } from '../engine/src/words/text-scorer.js'
import { Tally } from '../engine/src/words/tally.js'
import { CLimit } from './c-limit.js'
import { figure, type Figure } from './figures.js'
import { domainMaker } from './make-domains.js'
import { leastTime, median } from './processor-time.js'
import { randomFrom } from './random.js'

/** Words like English ones, and a text of them in which one word in fifty begins a phrase. */
function made(count: number): { readonly phrases: readonly string[]; readonly text: string } {
  const random = randomFrom(11)
  const domain = domainMaker(12)
  const word = (): string =>
    domain()
      .split('.')[0]
      ?.replace(/[^a-z]/g, '')
      .slice(0, 9) || 'word'
  const words = Array.from({ length: 5_000 }, word)
  const pick = (): string => words[Math.floor(words.length * random() ** 2)] ?? ''
  const phrases = [
    ...new Set(Array.from({ length: count * 2 }, () => (random() < 0.3 ? word() : `${word()} ${pick()}`))),
  ].slice(0, count)
  const text = Array.from({ length: 400_000 }, () =>
    random() < 0.02 ? (phrases[Math.floor(random() * phrases.length)] ?? '') : pick(),
  ).join(' ')
  return { phrases, text }
}

export function measurePhrases(counts: readonly number[]): readonly Figure[] {
  return counts.flatMap((count) => {
    const { phrases, text } = made(count)
    const title = `${count.toLocaleString('en-GB')} phrases`
    const megabytes = text.length / 1e6
    const automaton = new PhraseAutomaton(phrases)
    const found = new Tally(phrases.length)
    const limit = new CLimit('limit-phrases.c')
    limit.run(`${phrases.toSorted().join('\n')}\n`, text, 1)
    const peers = peersFor(phrases, text.slice(0, 400_000))
    const rateOf = (read: string): number => megabytes / (leastTime(2, () => automaton.count(read, found)) / 1000)
    const quoted = withQuotes(text)
    const rounds = Array.from({ length: 5 }, () => {
      const ours = rateOf(text)
      const c = limit.again(3)?.[1] ?? 0
      const best = Math.max(...peers.map((rate) => rate()))
      return { ours, quoted: rateOf(quoted), ofC: c === 0 ? 0 : ours / c, ofBest: ours / best }
    })
    limit.remove()
    const middle = (of: 'ours' | 'quoted' | 'ofC' | 'ofBest'): number => median(rounds.map((round) => round[of]))
    return [
      figure(`${title}: with word boundaries, accents and case`, middle('ours'), ' MB/s'),
      figure(`${title}: where curly quotation marks stand between`, middle('quoted'), ' MB/s'),
      ...(middle('ofC') === 0 ? [] : [figure(`${title}: of the limit in C`, middle('ofC'), '', { atLeast: 0.35 })]),
      figure(`${title}: of the best library on npm`, middle('ofBest'), ' times', { atLeast: 20 }),
      figure(`${title}: a search term scored`, termTime(phrases), ' µs', { atMost: 20 }),
    ]
  })
}

/** One after every twentieth word, as on most pages: the text is not ASCII then. */
function withQuotes(text: string): string {
  let words = 0
  return text.replaceAll(' ', () => (++words % 20 === 0 ? '’ ' : ' '))
}

/** What gives the MB a second of each of two libraries. */
function peersFor(phrases: readonly string[], text: string): readonly (() => number)[] {
  const one = new Monyone([...phrases])
  const two = new ModernAhoCorasick([...phrases])
  const rate = (work: () => void) => (): number => text.length / 1e6 / (leastTime(3, work) / 1000)
  return [rate(() => void one.matchInText(text)), rate(() => void two.search(text))]
}

/** With weights, disguises and pulled-apart words looked for as well. */
function termTime(words: readonly string[]): number {
  const scorer = new TextScorer(
    words.map((each, at) => ({ id: `p${at}`, words: each, category: 'a', weight: 50, language: 'en' })),
  )
  const terms = [
    'how do owls fly at night',
    'k i l l the dr4gon quickly',
    `is ${words[3] ?? ''} a word`,
    'best pizza in town for a party of ten',
  ]
  scorer.score('warm', { a: { flag: 10 } })
  const took = leastTime(5, () => {
    for (let round = 0; round < 5_000; round++) for (const term of terms) scorer.score(term, { a: { flag: 10 } })
  })
  return (took / 20_000) * 1000
}
