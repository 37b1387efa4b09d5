import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { randomFrom } from '../../bench/random.js'
import { PatternIndex } from '../src/decide/pattern-index.js'
import { matchesPattern, type UrlPattern } from '../src/lists/url-pattern.js'

const random = randomFrom(11)
const below = (count: number): number => Math.floor(random() * count)
const oneOf = (texts: readonly string[]): string => texts[below(texts.length)] ?? ''
const HOSTS = ['school.example', 'ads.example', 'www.ads.example', '192.0.2.1']
const PARTS = ['ad', 'ads', 'banner', '/', '.', '-', '_', '300', 'pop', 'x', '?', '=', 'AD', 'é']
const some = (parts: readonly string[], most: number): string =>
  Array.from({ length: 1 + below(most) }, () => oneOf(parts)).join('')

const pattern = (): UrlPattern => ({
  list: 1,
  host: below(3) === 0 ? oneOf(HOSTS) : null,
  text: some([...PARTS, '*', '^', 'http://'], 6).toLowerCase(),
  fromStart: below(4) === 0,
  toEnd: below(4) === 0,
})
const hostsAbove = (host: string): readonly string[] => [host, ...(host.startsWith('www.') ? [host.slice(4)] : [])]

describe('patterns of Adblock lists are found without each being tried', () => {
  test('and are the same ones as if each had been, over 4,000 random addresses', () => {
    let found = 0
    for (let round = 0; round < 40; round++) {
      const patterns = Array.from({ length: 60 }, pattern)
      const index = new PatternIndex(patterns)
      for (let at = 0; at < 100; at++) {
        const host = oneOf(HOSTS)
        const url = `http://${host}/${some(PARTS, 8)}`
        const matches = (number: number): boolean => matchesPattern(patterns[number] as UrlPattern, host, url)
        const oneByOne = [...patterns.keys()].filter(matches)
        const looked = [...index.about(hostsAbove(host)), ...index.anywhere(url)]
        assert.deepEqual(
          looked.filter(matches).toSorted((a, b) => a - b),
          oneByOne,
          url,
        )
        found += oneByOne.length
      }
    }
    assert.ok(found > 1_000, `${found} matches say little`)
  })

  test('of 20,000 that may be anywhere, a handful is tried', () => {
    const patterns = Array.from({ length: 20_000 }, (_, at): UrlPattern => {
      const text = `/banner-${at}/*.gif`
      return { list: 1, host: null, text, fromStart: false, toEnd: false }
    })
    const index = new PatternIndex(patterns)
    assert.ok(index.anywhere('http://school.example/timetable/year-4.html').length === 0)
    const tried = index.anywhere('http://school.example/banner-12345/top.gif')
    assert.ok(tried.includes(12_345) && tried.length < 200, `${tried.length} tried`)
  })
})
