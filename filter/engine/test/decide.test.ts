import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { layerOf, shutSnapshot, verdictOf } from '../src/index.js'
import { KS2, listOf, opened, policyOf, ruleOf, STAFF, THURSDAY } from './school.js'

const everyone = { everyone: true } as const
const snapshot = await opened({
  policy: policyOf([
    ruleOf('no-games', { verdict: 'block', about: { categories: ['games'] }, to: { groups: ['ks2'] }, clause: '7.3' }),
    ruleOf('games-at-lunch', {
      verdict: 'allow',
      about: { categories: ['games'] },
      to: { groups: ['ks2'] },
      when: 'lunch',
    }),
    ruleOf('school-deny', {
      verdict: 'block',
      about: { hosts: ['nasty.example', 'portal.example/forum'] },
      to: everyone,
    }),
    ruleOf('school-allow', { verdict: 'allow', about: { hosts: ['kind.nasty.example'] }, to: everyone }),
  ]),
  lists: [
    listOf('games', 'play.example\nfun.example\n', { category: 'games' }),
    listOf('adult', 'adult.example\nplay.example\n*.below.example\n192.0.2.0/24\n', { category: 'adult' }),
  ],
})
const asked = (target: string, who = KS2, at = THURSDAY) => snapshot.decide({ kind: 'http', target, who, at })

describe('a pupil asks for a page', () => {
  test('that no list knows: the group’s own default holds', () => {
    assert.equal(asked('https://www.example.org/').verdict, 'allow')
    assert.equal(asked('https://www.example.org/', { group: 'eyfs' }).verdict, 'block')
  })
  test('with games in the lesson: blocked, with rule, list and clause', () => {
    const decision = asked('http://www.fun.example/now?x=1')
    assert.equal(decision.verdict, 'block')
    assert.deepEqual(
      [decision.category, decision.clause, decision.decidedBy.rule, decision.decidedBy.list],
      ['games', '7.3', 'no-games', 'games'],
    )
    assert.equal(decision.decidedBy.provenance.approver, 'D. Lead')
    assert.equal(asked('http://www.fun.example/', KS2, Date.parse('2026-11-26T12:30:00Z')).verdict, 'allow')
  })
  test('that is also in a locked category: no lunch break opens it', () => {
    assert.equal(asked('http://play.example/', KS2, Date.parse('2026-11-26T12:30:00Z')).layer, 'locked')
  })
  test('whose longer name is allowed while the shorter is denied', () => {
    assert.equal(asked('http://nasty.example').verdict, 'block')
    assert.equal(asked('http://kind.nasty.example').verdict, 'allow')
    const decision = asked('http://kind.nasty.example')
    assert.deepEqual(
      decision.lost.map(({ rule }) => rule),
      ['school-deny', 'built-in:default'],
    )
    assert.match(decision.lost[0]!.why, /names less of the address/)
  })
  test('of which only a part is denied', () => {
    assert.equal(asked('https://www.portal.example/forum/thread?id=1').verdict, 'block')
    assert.equal(asked('https://www.portal.example/forums').verdict, 'allow')
    assert.equal(
      verdictOf(snapshot.outcomeOfUrl('https://portal.example/forum', snapshot.profile(KS2), THURSDAY)),
      'block',
    )
  })
  test('by its figures', () => {
    assert.equal(asked('http://192.0.2.77/').layer, 'locked')
    assert.equal(asked('http://0xc000024d/', STAFF).layer, 'locked')
    assert.equal(asked('http://198.51.100.1/').layer, 'address')
    assert.equal(asked('http://198.51.100.1/', STAFF).verdict, 'allow')
  })
  test('that is a search: it is made safe', () => {
    assert.equal(asked('https://www.google.co.uk/search?q=owls').rewrite?.cname, 'forcesafesearch.google.com')
    const profile = snapshot.profile(KS2)
    assert.equal(
      snapshot.rewrite(snapshot.outcomeOfHost('WWW.YouTube.com.', profile, THURSDAY))?.engine,
      'youtube-strict',
    )
    assert.equal(snapshot.rewrite(snapshot.outcomeOfHost('www.google.com', snapshot.profile(STAFF), THURSDAY)), null)
  })
  test('for help: it is open, also when nothing else is', () => {
    assert.equal(asked('https://www.childline.org.uk/', { group: 'eyfs' }).layer, 'help')
    const shut = shutSnapshot()
    assert.equal(shut.decide({ kind: 'dns', target: 'childline.org.uk', who: KS2, at: THURSDAY }).verdict, 'allow')
    assert.equal(shut.decide({ kind: 'dns', target: 'example.org', who: KS2, at: THURSDAY }).layer, 'shut')
    assert.equal(layerOf(shut.outcomeOfHost('example.org', shut.profile(KS2), THURSDAY)), 'shut')
  })
})
