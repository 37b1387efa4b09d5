import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { layerOf, openSnapshot, type OpenSnapshot, verdictOf } from '../src/index.js'
import { compiled, KS2, listOf, opened, policyOf, ruleOf, STAFF, testSeal, THURSDAY } from './school.js'
import { SHIPPED_PHRASES } from './shipped-phrases.js'

const google = (typed: string): string => `https://www.google.co.uk/search?q=${encodeURIComponent(typed)}`

describe('where words decide', () => {
  const policy = policyOf(
    [
      ruleOf('engines', { verdict: 'allow', about: { categories: ['games'] }, to: { everyone: true } }),
      ruleOf('dsl-looks', {
        kind: 'nominated',
        verdict: 'allow',
        about: { everything: true },
        to: { persons: ['dsl-1'] },
      }),
    ],
    { groups: policyOf([]).groups.map((group) => ({ ...group, words: { 'self-harm': { flag: 50, block: 150 } } })) },
  )
  const phrases = SHIPPED_PHRASES.filter(({ category }) => category === 'self-harm')
  const lists = [listOf('engines', 'google.co.uk', { category: 'games' })]

  test('the phrase is named, with its category, whatever the address is listed as; the address’s rule lost', async () => {
    const there = await opened({ policy, lists, phrases })
    const decision = there.decide({ kind: 'http', target: google('I want to die'), who: KS2, at: THURSDAY })
    const { verdict, layer, category, decidedBy, lost, lift } = decision
    assert.deepEqual([verdict, layer, category], ['flag', 'words', 'self-harm'])
    assert.deepEqual([decidedBy.rule, decidedBy.matched], ['self-harm: want to die', 'want to die'])
    assert.deepEqual([lost[0]?.rule, lost[0]?.verdict], ['engines', 'allow'])
    assert.match(lost[0]?.why ?? '', /the stricter decides/)
    assert.match(decision.reasons.dsl.title, /flagged for a person to judge: Words/)
    assert.match(decision.reasons.dsl.sentences.join(' '), /Its words weigh 60 for self-harm, and 50 is enough to flag/)
    assert.equal(lift.allowed, false)
  })
  test('child and teacher are not told what was typed, no lift is offered, and the DSL hears all of it', async () => {
    const there = await opened({ policy, lists, phrases })
    const typed = 'want to die end my life kill myself'
    const { verdict, reasons, lift } = there.decide({ kind: 'http', target: google(typed), who: KS2, at: THURSDAY })
    assert.equal(verdict, 'block')
    assert.deepEqual(lift, { allowed: false, why: 'A lift opens addresses, not words.' })
    assert.doesNotMatch(JSON.stringify([reasons.pupil, reasons.teacher]), /die|kill|harm|hurt/i)
    assert.match(reasons.pupil.next.join(' '), /tell a grown-up you trust/)
    assert.match(
      reasons.dsl.sentences.join(' '),
      /Matched: .*Its words weigh 180 for self-harm, and 150 is enough to block/,
    )
  })
  test('what help lines say and what nominated people look for is left alone', async () => {
    const there = await opened({ policy, lists, phrases })
    const text = 'suicide, want to die, kill myself, end my life'
    const about = (target: string, person?: string) =>
      there.decide({ kind: 'extension', target, text, who: { ...KS2, person: person ?? null }, at: THURSDAY }).verdict
    assert.equal(about('https://www.childline.org.uk/suicide'), 'allow')
    assert.equal(about('https://pages.example/', 'dsl-1'), 'allow')
    assert.equal(about('https://pages.example/'), 'block')
  })
  test('the short answer is the long one’s, for every search', async () => {
    const there = await opened({ policy, lists, phrases })
    for (const typed of ['owls', 'want to die', 'suicide', 'suicide helpline', 'want to die end my life kill myself'])
      for (const who of [KS2, STAFF, { ...KS2, person: 'dsl-1' }])
        for (const target of [google(typed), `https://shop.example/?q=${typed}`, google('')]) {
          const outcome = there.outcomeOfUrl(target, there.profile(who), THURSDAY)
          const { verdict, layer, category, rewrite } = there.decide({ kind: 'http', target, who, at: THURSDAY })
          assert.deepEqual(
            [verdictOf(outcome), layerOf(outcome), there.categoryOf(outcome), there.rewrite(outcome)?.engine],
            [verdict, layer, category, rewrite?.engine],
            `${who.group} ${target}`,
          )
        }
  })
  test('a snapshot after it with other phrases goes by its own', async () => {
    const there = await opened({ policy, lists, phrases })
    const at = (snapshot: OpenSnapshot, typed: string) =>
      snapshot.decide({ kind: 'http', target: google(typed), who: KS2, at: THURSDAY }).verdict
    assert.equal(at(there, 'want to die'), 'flag')
    const next = async (changed: typeof phrases) =>
      openSnapshot((await compiled({ policy, lists, phrases: changed, number: 2 })).bytes!.buffer, testSeal, there)
    assert.equal(at(await next(phrases), 'want to die'), 'flag')
    assert.equal(at(await next(phrases.filter(({ words }) => words !== 'want to die')), 'want to die'), 'allow')
    assert.equal(at(await next(phrases.map((each) => ({ ...each, weight: 5 }))), 'want to die'), 'allow')
    assert.equal(at(await next([]), 'want to die'), 'allow')
  })
})

describe('a phrase that could not be found, or would not count, is refused', () => {
  const phrase = (id: string, words: string, category = 'self-harm') => ({
    id,
    words,
    category,
    weight: 60,
    language: 'en',
  })
  const many = Array.from({ length: 300 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(' ')
  for (const { what, phrases, why } of [
    {
      what: 'of a category that is misspelt',
      phrases: [phrase('a', 'want to die', 'selfharm')],
      why: /the category selfharm, which/,
    },
    {
      what: 'of several in one',
      phrases: [phrase('a', 'one', 'selfharm'), phrase('b', 'two', 'selfharm')],
      why: /^2 phrases are in the category selfharm, which the policy does not have\.$/,
    },
    { what: 'without a letter', phrases: [phrase('a', '!!!')], why: /no letter or figure: “!!!” is never found/ },
    { what: 'twice under one name', phrases: [phrase('a', 'one'), phrase('a', 'two')], why: /two of the phrase a/ },
    {
      what: 'twice in other writing',
      phrases: [phrase('a', 'Ça va'), phrase('b', 'ca  VA')],
      why: /b says the same as a/,
    },
    { what: 'of endless length', phrases: [phrase('a', 'x'.repeat(201))], why: /longer than 200 letters/ },
    {
      what: 'with a name that a file cannot hold',
      phrases: [phrase('a;b', 'one')],
      why: /may not have a ; in its name/,
    },
    {
      what: 'where letters run out',
      phrases: [phrase('a', many)],
      why: /300 different letters; 253 can be told apart/,
    },
  ])
    test(what, async () => {
      const { bytes, report } = await compiled({ policy: policyOf([]), phrases })
      assert.equal(bytes, null)
      assert.match(report.problems.join('\n'), why)
    })
  test('where no group looks at them, it is told', async () => {
    const { report } = await compiled({
      policy: policyOf([]),
      phrases: [phrase('a', 'one'), phrase('b', 'two', 'games')],
    })
    assert.deepEqual(report.notices, ['No group looks at words about games: its phrases count for nobody.'])
  })
  test('thousands of one mistake are told in a few sentences', async () => {
    const phrases = Array.from({ length: 5_000 }, (_, at) => phrase(`p${at}`, '?', at === 0 ? 'typo' : 'self-harm'))
    const { report } = await compiled({ policy: policyOf([]), phrases })
    assert.equal(report.problems.length, 21)
    assert.match(report.problems.at(-1) ?? '', /And 4,981 more/)
  })
  test('a group that looks at words of no category, or from a score of nothing', async () => {
    const groups = policyOf([]).groups.map((group) => ({
      ...group,
      words: { harm: { flag: 50 }, games: { block: 0 } },
    }))
    const said = (await compiled({ policy: policyOf([], { groups }) })).report.problems.join('\n')
    assert.match(said, /The group ks2 looks at words about harm, a category that the policy does not have/)
    assert.match(said, /The group ks2 looks at words about games from a score that is not above 0/)
  })
})
