import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { holds, knowsSchoolDaysUntil, londonOffset, nextEdge } from '../src/policy/school-time.js'
import type { Policy, TimeBand } from '../src/policy.js'
import { type OpenSnapshot, verdictOf } from '../src/index.js'
import { compiled, listOf, opened, policyOf, ruleOf } from './school.js'

const { calendar } = policyOf([])
const LESSONS: TimeBand = { id: 'lessons', days: 'school-days', from: '08:50', to: '15:20' }
const NIGHT: TimeBand = { id: 'night', days: ['fri'], from: '22:00', to: '06:00' }
const isIn = (band: TimeBand, iso: string, ifUnknown = false): boolean =>
  holds(band, Date.parse(iso), calendar, ifUnknown)

describe('the school’s clock', () => {
  test('is London’s, in every hour of eleven years', () => {
    const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' })
    for (let at = Date.parse('2020-01-01T00:30:00Z'); at < Date.parse('2031-01-01T00:00:00Z'); at += 3_600_000 * 5)
      assert.equal(
        new Date(at + londonOffset(at).offset).getUTCHours(),
        Number(london.format(at)),
        new Date(at).toISOString(),
      )
  })
  test('in winter and summer, on either side of the change', () => {
    assert.deepEqual(
      ['2026-11-26T08:49:59Z', '2026-11-26T08:50:00Z', '2026-11-26T15:19:59Z', '2026-11-26T15:20:00Z'].map((iso) =>
        isIn(LESSONS, iso),
      ),
      [false, true, true, false],
    )
    assert.deepEqual(
      ['2026-09-08T07:49:59Z', '2026-09-08T07:50:00Z', '2026-09-08T14:20:00Z'].map((iso) => isIn(LESSONS, iso)),
      [false, true, false],
    )
  })
  test('no lessons at the weekend, in half-term or in the holidays', () => {
    assert.deepEqual(
      ['2026-11-28T10:00:00Z', '2026-10-28T10:00:00Z', '2026-12-21T10:00:00Z', '2026-08-31T10:00:00Z'].map((iso) =>
        isIn(LESSONS, iso),
      ),
      [false, false, false, false],
    )
  })
  test('a night belongs to the day on which it began', () => {
    assert.deepEqual(
      [
        '2026-11-27T21:59:00Z',
        '2026-11-27T22:00:00Z',
        '2026-11-28T05:59:00Z',
        '2026-11-28T06:00:00Z',
        '2026-11-28T22:30:00Z',
      ].map((iso) => isIn(NIGHT, iso)),
      [false, true, true, false, false],
    )
  })
  test('nothing begins or ends before the next edge', () => {
    for (let at = Date.parse('2026-10-20T00:07:00Z'); at < Date.parse('2026-11-03T00:00:00Z'); at += 613_000) {
      const until = nextEdge([LESSONS, NIGHT], at)
      assert.ok(until > at)
      for (const band of [LESSONS, NIGHT])
        assert.equal(holds(band, until - 1, calendar, false), holds(band, at, calendar, false))
    }
  })
})

describe('a calendar that nobody has renewed', () => {
  const FREE: TimeBand = { id: 'free', days: 'not-school-days', from: '08:50', to: '15:20' }
  const rules = [
    ruleOf('no-games', {
      verdict: 'block',
      about: { categories: ['games'] },
      to: { groups: ['ks2'] },
      when: 'lessons',
    }),
    ruleOf('no-chat', { verdict: 'block', about: { hosts: ['chat.example'] }, to: { everyone: true }, when: 'free' }),
    ruleOf('chess-in-lessons', {
      verdict: 'allow',
      about: { hosts: ['chess.example'] },
      to: { groups: ['eyfs'] },
      when: 'lessons',
    }),
    ruleOf('films-out-of-school', {
      verdict: 'allow',
      about: { hosts: ['films.example'] },
      to: { groups: ['eyfs'] },
      when: 'free',
    }),
  ]
  const policy = policyOf(rules, { times: [LESSONS, FREE] })
  const verdicts = (snapshot: OpenSnapshot, iso: string): readonly string[] =>
    (
      [
        ['ks2', 'games.example'],
        ['ks2', 'chat.example'],
        ['eyfs', 'chess.example'],
        ['eyfs', 'films.example'],
      ] as const
    ).map(([group, host]) => verdictOf(snapshot.outcomeOfHost(host, snapshot.profile({ group }), Date.parse(iso))))
  const lists = [listOf('games', 'games.example', { category: 'games' })]

  test('shuts what rules shut on school days and on others, and opens nothing', async () => {
    const snapshot = await opened({ policy, lists })
    assert.deepEqual(verdicts(snapshot, '2026-11-26T10:00:00Z'), ['block', 'allow', 'allow', 'block'], 'a school day')
    assert.deepEqual(verdicts(snapshot, '2026-10-28T10:00:00Z'), ['allow', 'block', 'block', 'allow'], 'half-term')
    assert.deepEqual(verdicts(snapshot, '2027-01-06T10:00:00Z'), ['block', 'block', 'block', 'block'], 'unknown')
    assert.deepEqual(verdicts(snapshot, '2027-01-06T18:00:00Z'), ['allow', 'allow', 'block', 'block'], 'out of hours')
    assert.deepEqual(verdicts(snapshot, '2027-01-09T10:00:00Z'), ['allow', 'block', 'block', 'allow'], 'a Saturday')
  })
  test('is told from the day after the last term, and not where no rule asks', () => {
    assert.equal(knowsSchoolDaysUntil(policy), Date.parse('2026-12-19T00:00:00Z'))
    const summer = { terms: [{ from: '2027-04-12', to: '2027-07-22' }], closed: [] }
    assert.equal(knowsSchoolDaysUntil({ ...policy, calendar: summer }), Date.parse('2027-07-21T23:00:00Z'))
    assert.equal(knowsSchoolDaysUntil({ ...policy, times: [NIGHT] }), Infinity)
    assert.equal(knowsSchoolDaysUntil({ ...policy, calendar: { terms: [], closed: [] } }), -Infinity)
  })
  test('of days that are none, or in no term, is refused', async () => {
    const said = async (terms: Policy['calendar']) =>
      (await compiled({ policy: policyOf([], { calendar: terms }) })).report.problems.join(' ')
    const term = { from: '2026-09-01', to: '2026-12-19' }
    assert.match(await said({ terms: [term], closed: ['2026-11-31'] }), /names 2026-11-31, which is no day/)
    assert.match(
      await said({ terms: [{ ...term, to: '2026-02-30' }], closed: [] }),
      /names 2026-02-30, which is no day/,
    )
    assert.match(await said({ terms: [{ from: term.to, to: term.from }], closed: [] }), /has no day in it/)
    assert.match(await said({ terms: [term], closed: ['2026-12-25'] }), /closes 2026-12-25, which is in no term/)
    assert.equal(await said({ terms: [term], closed: ['2026-10-26'] }), '')
  })
  test('is told when lists are compiled', async () => {
    const at = Date.parse('2027-01-06T02:00:00Z')
    assert.deepEqual(
      (await compiled({ policy, lists, at })).events.map(({ type }) => type),
      ['calendar.ended'],
    )
    assert.deepEqual((await compiled({ policy, lists })).events, [])
  })
})
