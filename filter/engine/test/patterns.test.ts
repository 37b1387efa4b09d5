import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { FiltersEngine, Request } from '@ghostery/adblocker'
import { randomFrom } from '../../bench/random.js'
import { type CanonicalUrl, canonicalUrl } from '../src/canonical/url.js'
import type { ListGatherer } from '../src/lists/list-gatherer.js'
import { parseAdblockLine } from '../src/lists/parse-adblock.js'
import { buildPatternTable } from '../src/patterns/build-pattern-table.js'
import { HEAD, LAST } from '../src/patterns/pattern-layout.js'
import { PatternTable } from '../src/patterns/pattern-table.js'
import { UrlBytes } from '../src/patterns/url-bytes.js'
import { distinct, patternKey, type UrlPattern } from '../src/patterns/url-pattern.js'
import { matchesPlainly } from './plain-pattern.js'

const random = randomFrom(11)
const below = (count: number): number => Math.floor(random() * count)
const oneOf = (texts: readonly string[]): string => texts[below(texts.length)] ?? ''
const HOSTS = ['school.example', 'ads.example', 'ads.example.org', 'www.ads.example', '192.0.2.1']
const PARTS = ['ad', 'ads', 'banner', '/', '.', '-', '_', '300', 'pop', 'x', '?', '=', 'AD']
const some = (parts: readonly string[], most: number): string =>
  Array.from({ length: 1 + below(most) }, () => oneOf(parts)).join('')

const pattern = (): UrlPattern => ({
  list: below(3) * 300,
  host: below(3) === 0 ? oneOf(HOSTS) : null,
  text: some([...PARTS, '*', '^', 'http://', 'é'], 6).toLowerCase(),
  fromStart: below(4) === 0,
  toEnd: below(4) === 0,
})
const tableOf = (patterns: readonly UrlPattern[]): PatternTable => new PatternTable(buildPatternTable(patterns))
const hostsAbove = (host: string): readonly string[] => [host, ...(host.startsWith('www.') ? [host.slice(4)] : [])]
const bytes = new UrlBytes()
/** What a table says of a URL, of which every host above is one that patterns are about. */
function matchingIn(table: PatternTable, url: CanonicalUrl): readonly UrlPattern[] {
  bytes.fill(url)
  const found = [...hostsAbove(url.host).flatMap((each) => table.about(bytes, each.length)), ...table.anywhere(bytes)]
  return found.map((number) => table.at(number))
}

/** Of the patterns that wait under one gram, by the layout of a section. */
function longestRun(section: Uint8Array): number {
  const numbers = new Uint32Array(section.buffer, 0, section.length >>> 2)
  const [count = 0, , , slots = 0, runs = 0] = numbers
  const start = HEAD + count + 1 + slots * 2
  let [longest, run] = [0, 0]
  for (const number of numbers.subarray(start, start + runs)) {
    longest = Math.max(longest, ++run)
    if (number >= LAST) run = 0
  }
  return longest
}

describe('patterns of Adblock lists are found without each being tried', () => {
  test('and are the same ones as if each had been, over 4,000 random addresses', () => {
    let found = 0
    for (let round = 0; round < 40; round++) {
      const patterns = distinct(Array.from({ length: below(4) === 0 ? below(4) : 60 }, pattern))
      const table = tableOf(patterns)
      assert.deepEqual(table.all().map(patternKey).toSorted(), patterns.map(patternKey).toSorted())
      assert.deepEqual(tableOf(patterns.toReversed()).all(), table.all(), 'in whatever order they come')
      for (let at = 0; at < 100; at++) {
        const host = oneOf(HOSTS)
        const path = `/${some(PARTS, 8)}`
        const oneByOne = patterns.filter((each) => matchesPlainly(each, host, `http://${host}${path}`)).map(patternKey)
        const looked = matchingIn(table, { scheme: 'http', host, kind: 'name', path }).map(patternKey)
        assert.deepEqual(looked.toSorted(), oneByOne.toSorted(), `${host}${path}`)
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
    const section = buildPatternTable(patterns)
    const table = new PatternTable(section)
    const at = (path: string) => matchingIn(table, { scheme: 'http', host: 'school.example', kind: 'name', path })
    assert.deepEqual(at('/timetable/year-4.html'), [])
    assert.deepEqual(
      at('/banner-12345/top.gif').map(({ text }) => text),
      ['/banner-12345/*.gif'],
    )
    assert.ok(longestRun(section) < 100, `${longestRun(section)} are tried at once`)
  })
})

describe('rules of Adblock lists mean what they mean to a browser’s ad blocker', () => {
  const TEXTS = ['ad', 'ads', 'banner', '/', '.', '-', '_', '300', '?', '=', 'x']
  const NAMES = ['ads.example', 'www.ads.example', 'bads.example', 'ads.example.org']
  /** '||host…', '|https://host/…' or anywhere. An end after '*', and one of a rule that begins anywhere, are left out: that one misses some. */
  const rule = (): string => {
    const tail = some([...TEXTS, '*', '^'], 5)
    // A rule that is a bare name means that host to us, as in lists for name servers.
    if (below(3) === 0) return /^[\w-]+(\.[\w-]+)+$/.test(tail) ? `${tail}/` : tail
    const head = oneOf([`||${oneOf(NAMES)}${oneOf(['/', '^'])}`, `|https://${oneOf(NAMES)}/`])
    return `${head}${tail}${below(5) === 0 && !tail.endsWith('*') ? '|' : ''}`
  }

  /** An address that a rule is about, or nearly. */
  function fitting(line: string): string {
    const text = line.replace(/^\|\|?(https:\/\/)?|\|$/g, '')
    const filled = text.replaceAll('*', () => some(TEXTS, 2)).replaceAll('^', () => oneOf(['/', '?']))
    const whole = line.startsWith('|') ? filled : `${oneOf(NAMES)}/${filled}`
    return `https://${whole}${oneOf(['', '', 'x', '/x'])}`
  }

  function isMatched(one: UrlPattern, host: string, url: string): boolean {
    const found = canonicalUrl(url)
    if (!('path' in found)) return assert.fail(url)
    const isPlain = matchesPlainly(one, host, url)
    const table = tableOf([one])
    bytes.fill(found)
    const isBelow = one.host !== null && (host === one.host || host.endsWith(`.${one.host}`))
    const looked = isBelow ? table.about(bytes, one.host.length) : table.anywhere(bytes)
    assert.equal(looked.length > 0, isPlain, `${patternKey(one)} and ${url}`)
    return isPlain
  }

  /** What a line says about an address, or null where we refuse the line. */
  function ours(line: string): ((host: string, url: string) => boolean) | null {
    let says: ((host: string, url: string) => boolean) | null = null
    const taker = {
      list: 1,
      comment: () => undefined,
      refuse: () => undefined,
      host: (name: string) => (says = (host) => host === name || host.endsWith(`.${name}`)),
      pattern: (one: UrlPattern) => (says = (host, url) => isMatched(one, host, url)),
    } as unknown as ListGatherer
    parseAdblockLine(line, taker, taker)
    return says
  }

  test('over 3,000 random rules that are taken, and addresses that fit them now and then', () => {
    let [taken, matched] = [0, 0]
    while (taken < 3_000) {
      const line = rule()
      const says = ours(line)
      const theirs = FiltersEngine.parse(line, { enableOptimizations: false })
      if (says === null || theirs.getFilters().networkFilters.length === 0) continue
      taken++
      for (let round = 0; round < 10; round++) {
        const url = below(2) === 0 ? fitting(line) : `https://${oneOf(NAMES)}/${some(TEXTS, 8)}`
        const found = canonicalUrl(url)
        if (!('path' in found) || `https://${found.host}${found.path}` !== url) continue
        const isTheirs = theirs.match(Request.fromRawDetails({ url, type: 'main_frame' })).match
        assert.equal(says(found.host, url), isTheirs, `${line} and ${url}`)
        matched += Number(isTheirs)
      }
    }
    assert.ok(matched > 2_000, `${matched} matches say little`)
  })
})
