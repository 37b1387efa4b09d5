import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plainWords } from '../src/words/letters.js'
import { PhraseAutomaton } from '../src/words/phrase-automaton.js'
import { judged, mostlyWrong } from '../src/words/judgements.js'
import { pushedTogether } from '../src/words/spaced-out.js'
import { Tally } from '../src/words/tally.js'
import { KS2, opened, policyOf, THURSDAY } from './school.js'
import { CATEGORIES_OF_WORDS, SHIPPED_PHRASES } from './shipped-phrases.js'

const snapshot = await opened({
  policy: policyOf([], {
    categories: [...policyOf([]).categories, ...CATEGORIES_OF_WORDS],
    groups: policyOf([]).groups.map((group) => ({
      ...group,
      words: { 'self-harm': { flag: 50, block: 150 }, bullying: { flag: 50 }, violence: { flag: 50 } },
    })),
  }),
  phrases: SHIPPED_PHRASES,
})
const search = (typed: string) =>
  snapshot.decide({
    kind: 'http',
    target: `https://www.google.co.uk/search?q=${encodeURIComponent(typed)}`,
    who: KS2,
    at: THURSDAY,
  })

describe('what a child types', () => {
  for (const typed of [
    'I want to die',
    'how to KILL MYSELF',
    'k1ll my$elf',
    'k i l l  m y s e l f',
    'k.i.l.l my.self kill-myself',
    'chce umrzec',
    'Chcę umrzeć',
    'vreau sa mor',
    'quiero morir',
    'مرنا چاہتی ہوں',
  ])
    test(`“${typed}” is flagged, the page stays open, and the phrases are named`, () => {
      const decision = search(typed)
      assert.equal(decision.verdict, 'flag')
      assert.equal(decision.category, 'self-harm')
      assert.ok(decision.scores[0]!.phrases.length > 0)
      assert.equal(decision.rewrite?.engine, 'google')
    })
  for (const typed of [
    'skill myself up',
    'romeo and juliet suicide lesson plan',
    'suicide prevention helpline',
    'dietary needs of owls',
    'plan b a c',
    'world war bomb',
    'Essex and Sussex',
    'stabilise a bike',
    '100 days',
  ])
    test(`“${typed}” is not`, () => assert.equal(search(typed).verdict, 'allow'))

  test('enough of it is blocked, and words never open what an address shuts', () => {
    assert.equal(search('want to die end my life kill myself').verdict, 'block')
    const shut = snapshot.decide({ kind: 'search', target: '192.0.2.1', text: 'kill myself', who: KS2, at: THURSDAY })
    assert.equal(shut.verdict, 'block')
  })
  test('said three times counts three times, said a hundred times counts no more', () => {
    const once = snapshot.score('kill yourself', snapshot.profile(KS2))[0]!.score
    assert.equal(snapshot.score('kill yourself. '.repeat(3), snapshot.profile(KS2))[0]!.score, once * 3)
    assert.equal(snapshot.score('kill yourself. '.repeat(100), snapshot.profile(KS2))[0]!.score, once * 3)
  })
})

describe('the automaton finds what a plain search finds', () => {
  let state = 7
  const below = (limit: number): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % limit
  const made = (letters: string, words: number): string =>
    Array.from(
      { length: words },
      () =>
        Array.from({ length: 1 + below(3) }, () => letters[below(letters.length)]).join('') +
        ['  ', ' ', ', ', '-', '. '][below(5)],
    ).join('')

  /** Sixty phrases of few letters, so that they overlap, a few of them long. */
  const phrasesOf = (letters: string): readonly string[] => [
    ...new Set(Array.from({ length: 60 }, () => plainWords(made(letters, below(8) === 0 ? 12 : 1 + below(3))))),
  ]

  function compare(automaton: PhraseAutomaton, phrases: readonly string[], text: string): number {
    const tally = new Tally(phrases.length)
    automaton.count(text, tally)
    const plain = ` ${plainWords(text.replaceAll('\u00ad', ''))} `
    let found = 0
    for (const [number, phrase] of phrases.entries()) {
      let times = 0
      for (let at = plain.indexOf(` ${phrase} `); at >= 0; at = plain.indexOf(` ${phrase} `, at + 1)) times++
      assert.equal(tally.counts[number], times, `“${phrase}” in “${text}”`)
      found += times
    }
    return found
  }

  for (const { name, letters } of [
    { name: 'in ASCII', letters: 'abAB' },
    { name: 'with accents, and with what is not seen', letters: 'abé\u0301\u00ad' },
  ]) {
    const phrases = phrasesOf(letters.replace(/[\u0301\u00ad]/g, '')).map((phrase) => plainWords(phrase))
    const automaton = new PhraseAutomaton(phrases)

    test(`over 2,000 random texts ${name}, as short as a search`, () => {
      for (let round = 0; round < 2000; round++) compare(automaton, phrases, made(letters, below(30)))
    })
    test(`over 400 of a page's length ${name}, which are read in several places at once`, () => {
      let found = 0
      for (let round = 0; round < 400; round++) found += compare(automaton, phrases, made(letters, 40 + below(400)))
      assert.ok(found > 10_000, `${found} found`)
    })
    test(`over ten so long ${name} that they are read piece by piece`, () => {
      for (let round = 0; round < 10; round++) compare(automaton, phrases, made(letters, 10_000 + below(4000)))
    })
  }

  test('where one phrase is longer than what each of the readers has', () => {
    const long = plainWords(made('ab', 120))
    const phrases = [long, 'a', 'zz']
    const automaton = new PhraseAutomaton(phrases)
    for (let before = 0; before < 40; before++) {
      assert.ok(compare(automaton, phrases, `${'zz '.repeat(before)}${long}`) > before)
      assert.ok(compare(automaton, phrases, `${'zz '.repeat(before)}${long} zz`) > before)
    }
  })
  test('nothing, where there are no phrases or no text', () => {
    compare(new PhraseAutomaton([]), [], 'some words '.repeat(100))
    compare(new PhraseAutomaton(['a']), ['a'], '')
  })
})

describe('words that were pulled apart', () => {
  test('are pushed together in ASCII just as in all other writing, over 5,000 random texts', () => {
    let state = 3
    const below = (limit: number): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % limit
    let together = 0
    for (let round = 0; round < 5000; round++) {
      const text = Array.from({ length: below(24) }, () => 'aab1@ .-  '[below(10)]).join('')
      // A word in another writing keeps the short way from being taken, and belongs to no run of single letters.
      const long = pushedTogether(`${text} :::: éé`)
      assert.equal(pushedTogether(text), long, `“${text}”`)
      if (long !== '') together++
    }
    assert.ok(together > 500, `${together} texts held such words`)
  })
})

describe('every rule keeps its own count', () => {
  test('of flags judged true and false, and a rule that is mostly wrong is named', () => {
    let records = judged([], ['a', 'b'], true)
    for (let time = 0; time < 12; time++) records = judged(records, ['b', 'b'], false)
    assert.deepEqual(records, [
      { rule: 'a', judgedTrue: 1, judgedFalse: 0 },
      { rule: 'b', judgedTrue: 1, judgedFalse: 12 },
    ])
    assert.deepEqual(
      mostlyWrong(records).map(({ rule }) => rule),
      ['b'],
    )
  })
})
