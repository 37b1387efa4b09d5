import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openSnapshot } from '../src/index.js'
import { buildNameTable } from '../src/names/build-name-table.js'
import { bloomOf, bucketOf, hashName } from '../src/names/name-hash.js'
import { Hits, NameTable } from '../src/names/name-table.js'
import { readNames } from '../src/names/read-names.js'
import { TaggedNames } from '../src/names/tagged-names.js'
import { KS2, listOf, opened, policyOf, ruleOf, testSeal, THURSDAY } from './school.js'

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
  ruleOf('no-games', { verdict: 'block', about: { categories: ['games'] }, to: { everyone: true } }),
])
const games = listOf('games', Array.from({ length: 4000 }, (_, at) => `g${at}.example`).join('\n'), {
  category: 'games',
})

describe('a snapshot', () => {
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
