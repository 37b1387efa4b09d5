import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { encode } from 'dns-packet'
import { randomFrom } from '../../../bench/random.js'
import { Cache } from './cache.js'
import { packetOf } from './kept.js'
import type { Question } from './question.js'
import { questionFor } from './recursion.js'
import { readResponse } from './response.js'

const limits = { shortestTtl: 5, longestTtl: 86_400, bytes: 64 * 1024 }

function asked(name: string, dnssecOk = false): Question {
  const question = questionFor(name, 1) ?? assert.fail(name)
  question.dnssecOk = dnssecOk
  return question
}

/** An answer with one address, reached over so many other names. */
function answer(name: string, data: string, steps = 0): Buffer {
  const names = [name, ...Array.from({ length: steps }, (_, at) => `step${at}.${name}`)]
  const ttl = 60
  const aliases = names.slice(1).map((to, at) => ({ type: 'CNAME', name: names[at] ?? '', ttl, data: to }) as const)
  const address = { type: 'A', name: names.at(-1) ?? '', ttl, data } as const
  return encode({ type: 'response', questions: [{ type: 'A', name }], answers: [...aliases, address] })
}

function keep(cache: Cache, question: Question, packet: Buffer, now = 0): void {
  cache.keep(question, packet, readResponse(packet) ?? assert.fail(), now)
}

const has = (cache: Cache, question: Question, now: number): boolean => cache.find(question, now) !== null

describe('The DNS cache', () => {
  test('gives what was kept last, whole and about that very question, or nothing', () => {
    const random = randomFrom(11)
    const next = (below: number): number => Math.floor(random() * below)
    const cache = new Cache(limits)
    const last = new Map<string, Buffer>()
    let found = 0
    for (let turn = 0; turn < 20_000; turn++) {
      const [name, signed] = [`n${next(900)}.example`, next(4) === 0]
      const question = asked(name, signed)
      const key = `${name} ${signed}`
      if (next(3) === 0) {
        const packet = answer(name, `192.0.2.${next(255)}`, next(4))
        keep(cache, question, packet)
        last.set(key, packet)
      } else {
        const kept = cache.find(question, 1)
        if (kept === null) continue
        found++
        const packet = last.get(key) ?? assert.fail(`${key} was never kept`)
        assert.equal(Buffer.from(packetOf(kept)).toString('hex'), packet.toString('hex'))
        const { aliases, ttlAt } = readResponse(packet) ?? assert.fail()
        assert.deepEqual(kept.aliases, aliases)
        assert.deepEqual(kept.ttls.slice(kept.ttlStart, kept.ttlStart + kept.ttlCount), ttlAt)
      }
      assert.ok(cache.bytes <= limits.bytes)
    }
    assert.ok(found > 1_000, `${found} found`)
    const all = Array.from({ length: 900 }, (_, at) => [asked(`n${at}.example`), asked(`n${at}.example`, true)]).flat()
    assert.equal(cache.size, all.filter((question) => has(cache, question, 1)).length)
    assert.ok(cache.size > 200, `${cache.size} kept`)
  })

  test('gives no name another’s answer, though their hashes meet', () => {
    const cache = new Cache({ ...limits, bytes: 16 * 1024 * 1024 })
    const packet = answer('n00000.example', '192.0.2.1')
    const response = readResponse(packet) ?? assert.fail()
    const name = (at: number): string => `n${String(at).padStart(5, '0')}.example`
    for (let at = 0; at < 60_000; at++) cache.keep(asked(name(at)), packet, response, 0)
    // Of so many pairs some eight share their 31 bits.
    for (let at = 0; at < 300_000; at++) assert.ok(!has(cache, asked(`m${at}.example`), 1))
  })

  test('never puts an older answer back in the place of a newer one', () => {
    for (let others = 0; others < 60; others++) {
      const cache = new Cache({ ...limits, bytes: 4_096 })
      const question = asked('a.example')
      keep(cache, question, answer('a.example', '192.0.2.1'))
      assert.ok(has(cache, question, 1))
      for (let at = 0; at < others; at++) keep(cache, asked(`n${at}.example`), answer(`n${at}.example`, '192.0.2.9'))
      keep(cache, question, answer('a.example', '192.0.2.2'))
      const kept = cache.find(question, 1)
      assert.equal(kept === null ? null : packetOf(kept).at(-1), 2, `after ${others} others`)
    }
  })

  test('gives nothing that is out of date', () => {
    const cache = new Cache(limits)
    keep(cache, asked('a.example'), answer('a.example', '192.0.2.1'), 100)
    assert.ok(has(cache, asked('a.example'), 159))
    assert.ok(!has(cache, asked('a.example'), 160))
  })

  test('spares a name that is asked for all the time when thousands of others come by once', () => {
    const cache = new Cache(limits)
    keep(cache, asked('school.example'), answer('school.example', '192.0.2.1', 2))
    for (let at = 0; at < 5_000; at++) {
      keep(cache, asked(`n${at}.example`), answer(`n${at}.example`, '192.0.2.9'))
      assert.ok(has(cache, asked('school.example'), 1), `after ${at} others`)
    }
    assert.ok(!has(cache, asked('n0.example'), 1))
  })

  test('passes on what is too long for it, and keeps all else', () => {
    const cache = new Cache({ ...limits, bytes: 4_096 })
    keep(cache, asked('a.example'), answer('a.example', '192.0.2.1'))
    const long = answer('long.example', '192.0.2.2', 14)
    const question = asked('long.example')
    const padded = Buffer.concat([long, Buffer.alloc(2_000)])
    const kept = cache.keep(question, padded, { ...(readResponse(long) ?? assert.fail()), length: padded.length }, 0)
    assert.equal(kept.length, padded.length)
    assert.ok(!has(cache, question, 1))
    assert.ok(has(cache, asked('a.example'), 1))
  })

  test('holds nothing once it was emptied', () => {
    const cache = new Cache(limits)
    keep(cache, asked('a.example'), answer('a.example', '192.0.2.1'))
    cache.clear()
    assert.ok(!has(cache, asked('a.example'), 1))
    assert.deepEqual([cache.size, cache.bytes], [0, 0])
  })
})
