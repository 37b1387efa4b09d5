import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compareSnapshots, openSnapshot, update, verdictOf } from '../src/index.js'
import { buildNameTable } from '../src/names/build-name-table.js'
import { bloomOf, bucketOf, hashName } from '../src/names/name-hash.js'
import { Hits, NameTable } from '../src/names/name-table.js'
import { readNames } from '../src/names/read-names.js'
import { TaggedNames } from '../src/names/tagged-names.js'
import { inChunks, KS2, listOf, opened, policyOf, ruleOf, testSeal, THURSDAY } from './school.js'

const SEED = 99
const encoder = new TextEncoder()

function tableOf(names: readonly string[]): NameTable {
  const tagged = new TaggedNames(SEED)
  for (const [number, name] of names.entries()) tagged.addText(name, number % 40)
  return new NameTable(buildNameTable(tagged.pool, tagged.setOf))
}

function found(table: NameTable, name: string): readonly string[] {
  const hits = new Hits()
  const bytes = encoder.encode(name)
  table.walk(bytes, 0, bytes.length, hits)
  return Array.from({ length: hits.count }, (_, hit) => name.slice(hits.starts[hit]))
}

describe('names are exact', () => {
  test('a planted collision: same hash, same bucket, same bloom bits, and never mistaken', () => {
    // Found by trying: different names below .example with the same 32 bits of hash.
    const seen = new Map<number, string>()
    const pairs: (readonly [string, string])[] = []
    for (let number = 0; pairs.length < 20; number++) {
      const name = `${number.toString(36)}q.example`
      const bytes = encoder.encode(name)
      const hash = hashName(SEED, bytes, 0, bytes.length)
      const other = seen.get(hash)
      if (other !== undefined) pairs.push([other, name])
      else seen.set(hash, name)
    }
    const table = tableOf(pairs.map(([one]) => one))
    for (const [one, two] of pairs) {
      const [a, b] = [one, two].map((name) => hashName(SEED, encoder.encode(name), 0, name.length)) as [number, number]
      assert.deepEqual([a, bucketOf(a, 5), bloomOf(a)], [b, bucketOf(b, 5), bloomOf(b)])
      assert.deepEqual(found(table, one), [one])
      assert.deepEqual(found(table, two), [])
    }
    const both = tableOf(pairs.flat())
    for (const [one, two] of pairs) assert.deepEqual([found(both, one), found(both, two)], [[one], [two]])
  })

  test('names whose code is the beginning of another’s are told apart', () => {
    const names = [
      'e',
      'ee',
      'eee',
      'a.e',
      'aa.e',
      'a.a.e',
      'b.e',
      '-.e',
      'z9_.e',
      `${'q'.repeat(63)}.${'z'.repeat(63)}.${'x'.repeat(63)}.e`,
      '!.e',
      "'.e",
    ]
    const table = tableOf(names)
    for (const name of names) assert.ok(found(table, name).includes(name), name)
    for (const other of ['eeee', 'b.a.e'.slice(0, 1), 'c.e', 'aaa.e', '!!.e', '".e'])
      assert.ok(!found(table, other).includes(other), other)
  })

  test('all are read back out as they went in', () => {
    const names = Array.from({ length: 3000 }, (_, at) => `${(at * 7919).toString(36)}.n${at % 7}.example`).concat(
      'portal.example/Games/A?x=1',
      '/4/24/c00002',
      `deep.${'long-'.repeat(11)}x.example`,
    )
    assert.deepEqual([...readNames(tableOf(names).parts)].toSorted(), names.toSorted())
  })
})

const policy = policyOf([
  ruleOf('no-games', { verdict: 'block', about: { categories: ['games', 'adult'] }, to: { everyone: true } }),
  ruleOf('own', { verdict: 'block', about: { hosts: ['own.example/part', '192.0.2.0/24'] }, to: { everyone: true } }),
])
const names = Array.from({ length: 4000 }, (_, at) => `g${at}.example`)
const games = listOf('games', names.join('\n'), { category: 'games' })
const adult = listOf('adult', names.slice(0, 100).join('\n'), { category: 'adult' })

describe('a daily diff', () => {
  test('gives the answers of a full compilation, for what came, what went and what stayed', async () => {
    const before = await opened({ policy, lists: [games, adult] })
    const added = Array.from({ length: 500 }, (_, at) => `new${at}.example`)
    const file = (lines: readonly string[]) => [{ path: 'diff', read: () => inChunks(lines.join('\n')) }]
    const { bytes } = await update(
      before,
      [{ source: games, added: file(added), removed: file(names.slice(50, 300)) }],
      { number: 2, at: THURSDAY, seal: testSeal },
    )
    const after = openSnapshot(bytes.buffer, testSeal)
    const whole = await opened({
      policy,
      number: 3,
      lists: [
        listOf('games', [...names.slice(0, 50), ...names.slice(300), ...added].join('\n'), { category: 'games' }),
        adult,
      ],
    })
    assert.equal(after.entries, whole.entries)
    for (const host of [...names, ...added, 'other.example'].flatMap((name) => [name, `www.${name}`])) {
      const question = { kind: 'dns' as const, target: host, who: KS2, at: THURSDAY }
      assert.deepEqual(after.decide(question).categories, whole.decide(question).categories, host)
      assert.equal(
        verdictOf(after.outcomeOfHost(host, after.profile(KS2), THURSDAY)),
        verdictOf(whole.outcomeOfHost(host, whole.profile(KS2), THURSDAY)),
        host,
      )
    }
    const log = ['g60.example', 'g200.example', 'g200.example', 'new1.example', 'still.example'].map((target) => ({
      kind: 'dns' as const,
      target,
      who: KS2,
      at: THURSDAY,
    }))
    const { sentences, changed } = compareSnapshots(before, after, log)
    assert.deepEqual(
      changed.map(({ target, before: was, after: is, times }) => [target, was, is, times]),
      [
        ['g200.example', 'block', 'allow', 2],
        ['new1.example', 'allow', 'block', 1],
      ],
    )
    assert.ok(sentences.includes('For ks2, 2 of 5 questions would open: g200.example.'), sentences.join('\n'))
    assert.deepEqual(compareSnapshots(before, before, log).sentences, [
      'Of 5 questions of the log, none would be answered differently.',
    ])
  })

  test('the same input gives the same bytes, and a thread opens them without a copy', async () => {
    const [one, two] = [await opened({ policy, lists: [games] }), await opened({ policy, lists: [games] })]
    assert.equal(one.id.digest, two.id.digest)
    const shared = new SharedArrayBuffer(one.buffer.byteLength)
    new Uint8Array(shared).set(new Uint8Array(one.buffer))
    const there = openSnapshot(shared, testSeal)
    assert.equal(there.names.parts.entries.buffer, shared)
    assert.equal(
      there.decide({ kind: 'dns', target: 'g1.example', who: KS2, at: THURSDAY }).id,
      one.decide({ kind: 'dns', target: 'g1.example', who: KS2, at: THURSDAY }).id,
    )
  })
})
