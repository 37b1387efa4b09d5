import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CompileInput, type ListSource, openSnapshot, type OpenSnapshot, whatChanges } from '../src/index.js'
import type { Rule } from '../src/policy.js'
import { supplied } from './supplied.js'
import { compiled, fileOf, KS2, listOf, opened, policyOf, ruleOf, STAFF, testSeal, THURSDAY } from './school.js'

const block = (id: string, about: Rule['about']) => ruleOf(id, { verdict: 'block', about, to: { everyone: true } })
const categories = block('no-games', { categories: ['games', 'adult'] })
const own = block('own', { hosts: ['own.example/part', '192.0.2.0/24'] })
const policy = policyOf([categories, own])
const names = Array.from({ length: 4000 }, (_, at) => `g${at}.example`)
const games = listOf('games', names.join('\n'), { category: 'games' })
const adult = listOf('adult', names.slice(0, 100).join('\n'), { category: 'adult' })
const diff = (day: number, ...lines: string[]) => fileOf(`2026-11-${day}`, lines.join('\n'))

/** Everything that anybody is told about a target, but for which snapshot told it. */
function told(snapshot: OpenSnapshot, target: string) {
  return [KS2, STAFF].map((who) => {
    const { id, snapshot: from, ...rest } = snapshot.decide({ kind: 'http', target, who, at: THURSDAY })
    assert.ok(id !== '' && from.number > 0)
    return rest
  })
}

/** Compiled after another snapshot and all anew; fails where the two would say anything different. */
async function after(previous: OpenSnapshot, input: Partial<CompileInput>, targets: readonly string[]) {
  const number = previous.id.number + 1
  const given = { policy, number, ...input }
  const { bytes, report } = await compiled({ ...given, previous })
  const next = openSnapshot(bytes!.buffer, testSeal)
  const anew = await compiled({ ...given, previous, anew: true })
  const whole = openSnapshot(anew.bytes!.buffer, testSeal)
  for (const target of targets) assert.deepEqual(told(next, target), told(whole, target), target)
  assert.deepEqual(
    report.lists.map(({ list, entries }) => [list, entries]),
    anew.report.lists.map(({ list, entries }) => [list, entries]),
  )
  return { next, report, carried: report.lists.filter((list) => list.carried).map(({ list }) => list) }
}

describe('what changed since the snapshot before', () => {
  test('a day’s diff: the answers of reading all of it, for what came, what went and what stayed', async () => {
    const before = await opened({ policy, lists: [games, adult] })
    const added = Array.from({ length: 100 }, (_, at) => `new${at}.example`)
    const lines = [...added.map((name) => `+${name}`), ...names.slice(50, 200).map((name) => `-${name}`)]
    const lists = [{ ...games, diffs: [diff(26, ...lines)] }, adult]
    const targets = [...names, ...added, 'other.example'].flatMap((name) => [name, `www.${name}`])
    const { next, carried } = await after(before, { lists }, targets)
    assert.deepEqual(carried, ['games', 'adult'])
    assert.deepEqual(whatChanges(before, next), [], 'as many came as went')
  })

  test('a policy, phrases and a supplier’s list: in sentences', async () => {
    const phrase = (id: string, weight: number) => ({ id, words: id, category: 'games', weight, language: 'en' })
    const phrases = [phrase('one', 50), phrase('two', 50)]
    const suppliers = [supplied(['bad.example'], 2)]
    const before = await opened({ policy, phrases, suppliers })
    const changed = policyOf([{ ...categories, reason: 'Not now.' }, block('more', { hosts: ['more.example'] })], {
      times: [],
    })
    const { bytes } = await compiled({
      policy: changed,
      phrases: [phrase('one', 60), phrase('three', 50)],
      suppliers: [supplied(['bad.example'], 3)],
      number: 2,
      previous: before,
    })
    assert.deepEqual(whatChanges(before, openSnapshot(bytes!.buffer, testSeal)), [
      'The lists know 2 fewer addresses: 127 in all.',
      'The rule more is new.',
      'The rule own is gone.',
      'The rule no-games says something else.',
      'The time lessons is gone.',
      'The time lunch is gone.',
      'Of the phrases, 1 is new, 1 is gone, and 1 counts otherwise.',
      'The list of illegal content from Trust is edition 3.',
    ])
  })

  test('diffs count in their order, and what came and went on one day is there', async () => {
    const before = await opened({ policy, lists: [games] })
    const days = [
      diff(23, '+day.example', '-g1.example'),
      diff(24, '-day.example', '+g1.example', '-g2.example', '+g2.example'),
      diff(25, '+late.example', '-g3.example'),
    ]
    const targets = ['day.example', 'g1.example', 'g2.example', 'late.example', 'g3.example', 'www.g3.example']
    const one = await after(before, { lists: [{ ...games, diffs: days.slice(0, 1) }] }, targets)
    const { next, report, carried } = await after(one.next, { lists: [{ ...games, diffs: days }] }, targets)
    assert.deepEqual([carried, report.lists[0]?.lines], [['games'], 6], 'only the days that are new are read')
    const verdicts = targets.map((target) => told(next, target)[0]?.verdict)
    assert.deepEqual(verdicts, ['allow', 'block', 'block', 'block', 'allow', 'allow'])
    const gone = await after(next, { lists: [{ ...games, diffs: days.slice(1) }] }, targets)
    assert.deepEqual(gone.carried, [], 'a diff that is taken away again is undone by reading all')
  })

  test('lines of a diff that say neither + nor - are refused by number, and told again while they are held', async () => {
    const before = await opened({ policy, lists: [games] })
    const lists = [{ ...games, diffs: [diff(26, '# Thursday', 'plain.example', '+not a host', '', '+good.example')] }]
    const { next, report } = await after(before, { lists }, ['plain.example', 'good.example'])
    const [account] = report.lists
    assert.deepEqual(
      account?.examples.map(({ file, line, text, why }) => [file, line, text, why]),
      [
        ['2026-11-26', 2, 'plain.example', 'a line of a diff begins with + or -'],
        ['2026-11-26', 3, 'not a host', 'more than one thing on a line'],
      ],
    )
    assert.equal(account?.comments, 2)
    const again = await after(next, { lists }, [])
    assert.deepEqual(again.report.lists[0]?.refused, account?.refused)
  })

  test('a rule that comes, goes or changes leaves every list as it was', async () => {
    const before = await opened({ policy, lists: [games, adult] })
    const more = block('more', { hosts: ['more.example', 'g7.example/path', 'own.example'] })
    const targets = ['more.example', 'http://own.example/part', 'own.example', '192.0.2.7', 'http://g7.example/path/x']
    const came = await after(before, { policy: policyOf([more, categories]), lists: [games, adult] }, targets)
    assert.deepEqual(came.carried, ['games', 'adult'])
    assert.equal(told(came.next, 'http://own.example/part')[1]?.decidedBy.rule, 'more')
    const away = await after(came.next, { policy: policyOf([categories]), lists: [adult, games] }, targets)
    assert.deepEqual(away.carried, ['adult', 'games'], 'and another order of lists is no change of them')
    const other = block('more', { hosts: ['other.example'] })
    const changed = await after(came.next, { policy: policyOf([other, categories]), lists: [games, adult] }, targets)
    assert.equal(told(changed.next, 'more.example')[1]?.verdict, 'allow', 'the rule is about another host now')
    assert.equal(told(away.next, 'more.example')[0]?.verdict, 'allow')
  })

  test('a list that changed is read, one that is gone is forgotten, and others stay', async () => {
    const social = listOf('social', 'talk.example\nchat.example', { category: 'social' })
    const before = await opened({ policy, lists: [games, social, adult] })
    const now = listOf('social', 'chat.example\nfresh.example', { category: 'games' })
    const targets = ['talk.example', 'chat.example', 'fresh.example', 'g5.example']
    const changed = await after(before, { lists: [games, now, adult] }, targets)
    assert.deepEqual(changed.carried, ['games', 'adult'])
    const gone = await after(changed.next, { lists: [games, adult] }, targets)
    const hosts = [...gone.next.hosts()]
    assert.deepEqual([hosts.includes('fresh.example'), hosts.includes('g5.example')], [false, true])
    assert.deepEqual([gone.carried, gone.next.entries], [['games', 'adult'], before.entries - 2])
  })

  test('all is read where most of it is new, where the files do not tell, and where it is asked for', async () => {
    const before = await opened({ policy, lists: [games] })
    const others = listOf('games', names.map((name) => `other-${name}`).join('\n'), { category: 'games' })
    const mute = { ...games, files: games.files.map((file) => ({ path: file.path, read: () => file.read() })) }
    const lists: ListSource[][] = [
      [others],
      [mute],
      [{ ...games, format: 'hosts' }],
      [games, { ...others, id: 'more' }],
    ]
    for (const changed of lists) assert.deepEqual((await after(before, { lists: changed }, ['g5.example'])).carried, [])
    const elsewhere = await compiled({ policy, lists: [games], previous: before, number: 2, unicode: '18.0' })
    assert.equal(elsewhere.report.lists[0]?.carried, false, 'names may be read otherwise there')
    const asked = await compiled({ policy, lists: [games], previous: before, number: 2, anew: true })
    assert.equal(asked.report.lists[0]?.lines, names.length)
  })

  test('exceptions and patterns of a list of network rules go with it, and by its diffs', async () => {
    const rules = listOf('ads', '||ad.example^\n@@||good.ad.example^\n||shop.example/banner*x^\n/popup^', {
      format: 'adblock',
      category: 'adult',
    })
    const before = await opened({ policy, lists: [games, rules] })
    const targets = [
      'ad.example',
      'good.ad.example',
      'http://shop.example/banner/x',
      'http://any.example/popup',
      'http://any.example/new',
    ]
    const kept = await after(before, { policy: policyOf([own, categories]), lists: [rules, games] }, targets)
    assert.deepEqual(kept.carried, ['ads', 'games'])
    const diffs = [diff(26, '-@@||good.ad.example^', '-/popup^', '-||shop.example/banner*x^', '+/new^')]
    const { next } = await after(kept.next, { lists: [games, { ...rules, diffs }] }, targets)
    const verdicts = targets.map((target) => told(next, target)[0]?.verdict)
    assert.deepEqual(verdicts, ['block', 'block', 'allow', 'allow', 'block'])
  })

  test('forty changes of all kinds, one upon the other, and never another answer than reading all of it', async () => {
    let state = 7
    const below = (limit: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * limit)
    }
    const host = (): string => `${['a', 'b', 'www.a', 'g1', 'g2'][below(5)]}.${['test', 'example'][below(2)]}`
    const entry = (): string => (below(3) === 0 ? `${host()}/${['p', 'q'][below(2)]}` : host())
    const some = (): string[] => Array.from({ length: 1 + below(6) }, entry)
    const targets = ['a', 'b', 'www.a', 'g1', 'g2', 'x.b'].flatMap((name) =>
      ['test', 'example'].flatMap((top) => [`${name}.${top}`, `http://${name}.${top}/p/1`, `http://${name}.${top}/q`]),
    )
    const filler = listOf('games', names.join('\n'), { category: 'games' })
    const small = (number: number) => listOf(`small${number}`, some().join('\n'), { category: 'adult', format: 'urls' })
    let lists: ListSource[] = [filler, small(0), small(1)]
    let rules = [categories]
    let last = await opened({ policy, lists })
    let carriedInAll = 0
    for (let step = 0; step < 40; step++) {
      const which = 1 + below(lists.length)
      const day = fileOf(
        `day${step}`,
        some()
          .map((line) => (below(2) === 0 ? '+' : '-') + line)
          .join('\n'),
      )
      const changes = [
        () => (rules = [...rules, block(`rule${step}`, { hosts: some() })]),
        () => (rules = rules.toSpliced(below(rules.length), 1)),
        () =>
          (lists = lists.map((list, at) => (at === which ? { ...list, diffs: [...(list.diffs ?? []), day] } : list))),
        () => (lists = lists.map((list, at) => (at === which ? { ...small(step), id: list.id } : list))),
        () => (lists = [...lists, small(100 + step)].toSpliced(lists.length > 4 ? which : lists.length + 1, 1)),
      ]
      changes[below(changes.length)]!()
      const { next, carried } = await after(last, { policy: policyOf(rules), lists }, targets)
      last = next
      carriedInAll += carried.length
    }
    assert.ok(carriedInAll > 80, `${carriedInAll} lists were taken over`)
  })
})
