import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openSnapshot, verdictOf } from '../src/index.js'
import type { ListSource } from '../src/list-source.js'
import { compiled, KS2, listOf, policyOf, ruleOf, testSeal, THURSDAY } from './school.js'

const policy = policyOf([
  ruleOf('shut', { verdict: 'block', about: { categories: ['games', 'adult', 'gambling'] }, to: { everyone: true } }),
])

/** Compiles one list and says which of some addresses it blocks, and what the report says. */
async function withList(list: ListSource, asked: readonly string[]) {
  const { bytes, report } = await compiled({ policy, lists: [list] })
  const snapshot = openSnapshot(bytes!.buffer, testSeal)
  const profile = snapshot.profile(KS2)
  const blocked = asked.filter(
    (target) =>
      verdictOf(
        target.includes('/')
          ? snapshot.outcomeOfUrl(target, profile, THURSDAY)
          : snapshot.outcomeOfHost(target, profile, THURSDAY),
      ) === 'block',
  )
  return { blocked, report: report.lists[0]!, all: report.lists, snapshot }
}

const why = (report: { readonly refused: readonly { readonly why: string; readonly lines: number }[] }) =>
  Object.fromEntries(report.refused.map(({ why: each, lines }) => [each, lines]))

describe('each kind of list', () => {
  test('plain domains: the name and all below it, comments and repeats counted', async () => {
    const text = '# comment\nPlay.example\n*.star.example\n.dot.example\nplay.example # again\n\nbücher.example\n'
    const { blocked, report } = await withList(listOf('l', text, { category: 'games' }), [
      'play.example',
      'a.b.play.example',
      'star.example',
      'dot.example',
      'xn--bcher-kva.example',
      'display.example',
      'example',
    ])
    assert.deepEqual(blocked, [
      'play.example',
      'a.b.play.example',
      'star.example',
      'dot.example',
      'xn--bcher-kva.example',
    ])
    assert.deepEqual([report.lines, report.entries, report.duplicates, report.comments], [7, 4, 1, 2])
  })
  test('hosts files: the names alone, and no line that sends a name elsewhere', async () => {
    const text = '127.0.0.1 localhost\n0.0.0.0 bad.example worse.example # two\n192.0.2.7 printer.example\nnonsense\n'
    const { blocked, report } = await withList(listOf('l', text, { category: 'games', format: 'hosts' }), [
      'bad.example',
      'worse.example',
      'www.bad.example',
      'printer.example',
    ])
    assert.deepEqual(blocked, ['bad.example', 'worse.example'])
    assert.equal(report.refused.length, 2)
  })
  test('Adblock rules: hosts, parts, patterns and what is spared; the rest line by line', async () => {
    const text = [
      '! title',
      '[Adblock Plus 2.0]',
      '||ads.example^',
      '@@||good.ads.example^',
      '||site.example/banner/*.gif',
      '|https://start.example/x',
      '/tracking-pixel^',
      '##.banner',
      '/re[gx]+/',
      '/casino/',
      '/roulette/*',
      '||opt.example^$third-party',
      '||doc.*',
      '||doc.',
      '||doc.example^$document',
      '*',
    ].join('\n')
    const asked = [
      'ads.example',
      'x.ads.example',
      'good.ads.example',
      'x.good.ads.example',
      'https://site.example/banner/a/b.gif',
      'https://www.site.example/banner/a.gif?x',
      'https://site.example/other.gif',
      'https://start.example/xyz',
      'https://other.example/?u=https://start.example/x',
      'https://any.example/tracking-pixel?1',
      'https://any.example/casino/',
      'https://any.example/roulette/1',
      'https://any.example/roulettes',
      'opt.example',
      'doc.example',
    ]
    const { blocked, report } = await withList(listOf('l', text, { category: 'games', format: 'adblock' }), asked)
    assert.deepEqual(blocked, [
      'ads.example',
      'x.ads.example',
      'https://site.example/banner/a/b.gif',
      'https://www.site.example/banner/a.gif?x',
      'https://start.example/xyz',
      'https://any.example/tracking-pixel?1',
      'https://any.example/roulette/1',
      'doc.example',
    ])
    assert.equal(
      report.refused.reduce((sum, { lines }) => sum + lines, 0),
      7,
    )
    assert.deepEqual(
      report.examples.map(({ line }) => line),
      [8, 9, 10, 12, 13, 14, 16],
    )
  })
  test('UT1 folders: each a category, expressions refused, unknown folders said', async () => {
    const files = {
      'ut1/games/domains': 'play.example\n',
      'ut1/games/urls': 'portal.example/games\n',
      'ut1/games/expressions': '(sex|xxx)\n',
      'ut1/adult/domains': 'adult.example\n',
      'ut1/astrology/domains': 'stars.example\n',
      'ut1/cleaning/domains': 'clean.example\n',
    }
    const { blocked, all } = await withList(
      listOf('ut1', files, { format: 'ut1', folders: { games: 'games', adult: 'adult', cleaning: null } }),
      [
        'play.example',
        'adult.example',
        'stars.example',
        'clean.example',
        'https://portal.example/games/1',
        'https://portal.example/gamesters',
      ],
    )
    assert.deepEqual(blocked, ['play.example', 'adult.example', 'https://portal.example/games/1'])
    assert.deepEqual(
      all.flatMap((report) => report.refused.map((each) => each.why)),
      ['regular expressions are not supported', 'files in the folder astrology, which is given no category'],
    )
  })
  test('a folder that is not there is no small matter: nothing would be shut by it, and nobody would know', async () => {
    const folders = { games: 'games', social_network: 'social', cleaning: null }
    const lists = [listOf('ut1', { 'ut1/games/domains': 'play.example\n' }, { format: 'ut1', folders })]
    const { bytes, report } = await compiled({ policy, lists })
    assert.deepEqual([bytes, report.problems], [null, ['The list ut1 has no folder social_network.']])
  })
  test('a category that no rule is about is told: being listed shuts nothing', async () => {
    const lists = [
      listOf('a', 'a.example', { category: 'gambling' }),
      listOf('b', 'b.example', { category: 'adult' }),
      listOf('c', 'c.example', { category: 'social' }),
      listOf('d', 'd.example', { category: 'games' }),
    ]
    const rules = [
      ruleOf('games', { verdict: 'block', about: { categories: ['games'] }, to: { everyone: true } }),
      ruleOf('c', { verdict: 'block', about: { lists: ['c'] }, to: { everyone: true } }),
    ]
    const { report } = await compiled({ policy: policyOf(rules), lists })
    assert.deepEqual(report.notices, ['No rule is about the category gambling: being listed in it shuts nothing.'])
  })
  test('Squid and E2Guardian files', async () => {
    const squid = await withList(
      listOf('s', '.tree.example\nalone.example\n192.0.2.0/28\n^http://x\n', { category: 'games', format: 'squid' }),
      ['a.tree.example', 'alone.example', 'www.alone.example', '192.0.2.9', '192.0.2.16'],
    )
    // KS2 may open no address in figures anyway, so both are shut: the report shows which was taken.
    assert.deepEqual(squid.blocked.slice(0, 2), ['a.tree.example', 'alone.example'])
    assert.equal(squid.blocked.includes('www.alone.example'), false)
    const e2 = await withList(
      listOf(
        'e',
        {
          'lists/bannedsitelist': '#listcategory: "x"\n.Include</etc/other>\nbad.example\n',
          'lists/bannedurllist': 'half.example/bad\n',
          'lists/oddlist': 'a.example\n',
        },
        { category: 'games', format: 'e2guardian' },
      ),
      ['bad.example', 'https://half.example/bad/1', 'a.example'],
    )
    assert.deepEqual(e2.blocked, ['bad.example', 'https://half.example/bad/1'])
    assert.equal(e2.report.refused.length, 2)
  })
  test('addresses, blocks and ranges, of both kinds', async () => {
    const list = listOf('l', '192.0.2.5-192.0.2.6\n2001:db8::/32\n198.51.100.0/24\n0.0.0.0/0\n192.0.2.9-192.0.2.1\n', {
      category: 'games',
      format: 'addresses',
    })
    const open = policyOf(policy.rules, {
      groups: policy.groups.map((group) => ({ ...group, addresses: 'allow' as const })),
    })
    const { bytes, report } = await compiled({ policy: open, lists: [list] })
    const snapshot = openSnapshot(bytes!.buffer, testSeal)
    const shut = [
      '192.0.2.4',
      '192.0.2.5',
      '192.0.2.6',
      '192.0.2.7',
      '[2001:db8::7]',
      '[2001:db9::7]',
      '[::ffff:c633:6401]',
    ].filter((host) => verdictOf(snapshot.outcomeOfHost(host, snapshot.profile(KS2), THURSDAY)) === 'block')
    assert.deepEqual(shut, ['192.0.2.5', '192.0.2.6', '[2001:db8::7]', '[::ffff:c633:6401]'])
    assert.equal(report.lists[0]!.refused.length, 2)
  })
})

describe('a hostile list', () => {
  test('of binary rubbish: each line refused and counted, the good ones kept', async () => {
    const rubbish = Uint8Array.from({ length: 20_000 }, (_, at) => (at % 50 === 49 ? 10 : (at * 7919) % 256))
    const { blocked, report } = await withList(
      listOf('l', { 'a.txt': rubbish, 'b.txt': 'play.example' }, { category: 'games' }),
      ['play.example'],
    )
    assert.deepEqual(blocked, ['play.example'])
    assert.equal(
      report.lines,
      report.entries + report.duplicates + report.comments + report.refused.reduce((sum, { lines }) => sum + lines, 0),
    )
    assert.ok(report.examples.length <= 100)
    assert.ok(report.examples.every(({ text }) => text.length <= 80 && !/\p{Cc}/u.test(text)))
  })
  test('with a line of ten megabytes: refused, and what stands around it is kept', async () => {
    const text = `one.example\n${'x'.repeat(10_000_000)}\ntwo.example\n`
    const { blocked, report } = await withList(listOf('l', text, { category: 'games' }), ['one.example', 'two.example'])
    assert.deepEqual(blocked, ['one.example', 'two.example'])
    assert.deepEqual(why(report), { 'a line longer than 65536 bytes': 1 })
  })
  test('that is a bomb: left where it goes over the bound', async () => {
    const bomb = gzipSync(Buffer.alloc(64_000_000, 'a.example\n'))
    const { report } = await withList(listOf('l', { 'bomb.gz': bomb }, { category: 'games' }), [])
    assert.match(report.refused.map((each) => each.why).join(), /unpacks to more than 100 times/)
    assert.ok(report.lines < 6_000_000)
  })
  test('of gzip that breaks off: what came before is kept', async () => {
    const packed = gzipSync(Array.from({ length: 5000 }, (_, at) => `n${(at * 7919) % 5000}.example`).join('\n'))
    const { report } = await withList(
      listOf('l', { 'l.gz': packed.subarray(0, packed.length - 2000) }, { category: 'games' }),
      [],
    )
    assert.match(report.refused.map((each) => each.why).join(), /gzip is damaged/)
    const good = await withList(listOf('l', { 'l.gz': packed }, { category: 'games' }), ['n7.example'])
    assert.deepEqual([good.blocked, good.report.entries], [['n7.example'], 5000])
  })
})
