import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { randomFrom } from '../../bench/random.js'
import { canonicalHost, isHost } from '../src/canonical/host.js'
import { canonicalUrl } from '../src/canonical/url.js'

const host = (text: string): string => {
  const found = canonicalHost(text)
  return isHost(found) ? found.host : `no: ${found.why}`
}
const url = (text: string): string => {
  const found = canonicalUrl(text)
  return isHost(found) ? found.host + found.path : `no: ${found.why}`
}

/** [what was asked, what it is]: the URL standard's own kinds of case, and the tricks that pupils know. */
const HOSTS: readonly (readonly [string, string])[] = [
  ['Example.ORG', 'example.org'],
  ['example.org.', 'example.org'],
  ['EXAMPLE.org', 'example.org'],
  ['faß.example', 'xn--fa-hia.example'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['BÜCHER.example', 'xn--bcher-kva.example'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['раураl.example', 'xn--l-7sba6dbr.example'],
  ['example。org', 'example.org'],
  ['ｅｘａｍｐｌｅ.org', 'example.org'],
  ['ex%61mple.org', 'example.org'],
  ['under_score.example.org', 'under_score.example.org'],
  ['exa\u00admple.org', 'example.org'],
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1.', '192.0.2.1'],
  ['0xC0.0x00.0x02.0x01', '192.0.2.1'],
  ['0300.0.02.01', '192.0.2.1'],
  ['3221225985', '192.0.2.1'],
  ['192.0.513', '192.0.2.1'],
  ['[2001:DB8:0:0:0:0:0:1]', '[2001:db8::1]'],
  ['2001:db8::1', '[2001:db8::1]'],
  ['[::ffff:192.0.2.1]', '192.0.2.1'],
  ['[64:ff9b::c000:201]', '192.0.2.1'],
  ['[2002:c000:201::1]', '192.0.2.1'],
  ['a1.b2', 'a1.b2'],
  ['facade', 'facade'],
]

const NO_HOSTS = [
  '',
  '.',
  'a..b',
  '.a',
  'a b',
  'a/b',
  'user@a',
  'a:80',
  'a?b',
  'a#b',
  '192.0.2.256',
  '1.2.3.4.5',
  'a.0x100000000',
  '[::1',
  '[gg::1]',
  'exa\u0000mple.org',
  `${'a'.repeat(64)}.org`,
  `${'abcdefgh.'.repeat(29)}org`,
  '%zz.org',
  'a\\b',
]

describe('a host has one form', () => {
  for (const [asked, is] of HOSTS) test(`${asked} is ${is}`, () => assert.equal(host(asked), is))
  for (const asked of NO_HOSTS)
    test(`${JSON.stringify(asked.slice(0, 30))} is none`, () => assert.match(host(asked), /^no: /))
  test('the form of a form is itself', () => {
    for (const [, is] of HOSTS) assert.equal(host(is), is)
  })
  test('a look-alike is not what it looks like', () => assert.notEqual(host('аpple.example'), host('apple.example')))
})

const URLS: readonly (readonly [string, string])[] = [
  ['http://bbc.example@evil.example/', 'evil.example/'],
  ['http://bbc.example:80@evil.example:8080/a', 'evil.example/a'],
  ['https://EVIL.example:443', 'evil.example/'],
  ['evil.example/path', 'evil.example/path'],
  ['http:\\\\evil.example\\path', 'evil.example/path'],
  ['http://evil.example/a/../b/./c', 'evil.example/b/c'],
  ['http://evil.example/%61%62%2f', 'evil.example/ab%2F'],
  ['http://evil.example//a///b', 'evil.example/a/b'],
  ['http://evil.example/a#fragment', 'evil.example/a'],
  ['http://evil.example/a?q=%41', 'evil.example/a?q=A'],
  ['  http://evil.example/a\t', 'evil.example/a'],
  ['http://3221225985/a', '192.0.2.1/a'],
  ['http://evil.example./a', 'evil.example/a'],
  ['ht\ntp://evil.example/a', 'evil.example/a'],
]

describe('a URL has one form', () => {
  for (const [asked, is] of URLS) test(`${JSON.stringify(asked)} is ${is}`, () => assert.equal(url(asked), is))
  for (const asked of [
    'javascript://evil.example/',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://',
    'http://a b/',
  ])
    test(`${asked} is none of the web`, () => assert.match(url(asked), /^no: /))
})

test('an address in figures is what the URL standard makes of it, whichever figures', () => {
  const random = randomFrom(7)
  const next = (below: number): number => Math.floor(random() * below)
  const figures = ['0', '00', '01', '9', '10', '99', '100', '199', '200', '249', '250', '255', '256', '260', '300', '']
  for (let at = 0; at < 5_000; at++) {
    const text = Array.from({ length: 3 + next(3) }, () => figures[next(figures.length)]).join('.')
    const byUrl = URL.parse(`http://${text}/`)?.hostname.replace(/\.$/, '') ?? null
    const found = canonicalHost(text)
    // What is no address by the standard may still be a name; what is one has to be that one.
    if (byUrl !== null && /^\d+(\.\d+){3}$/.test(byUrl)) assert.deepEqual(found, { host: byUrl, kind: 'ipv4' }, text)
    else assert.ok(!isHost(found) || found.kind === 'name', text)
  }
})

describe('an address that is in its one form already takes a short way', () => {
  /** A scheme in capitals is never in its one form, so the address goes the long way, by the URL standard. */
  const theLongWay = (text: string): unknown => canonicalUrl(text.replace(/^http/, 'HTTP'))
  const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
  const letters = [...ASCII, ...Array<string>(20).fill('a'), 'xn--', '%41', '/../', '/./', '//', '..', 'é']
  const random = randomFrom(7)
  const next = (below: number): number => Math.floor(random() * below)
  const some = (count: number): string =>
    Array.from({ length: next(count) }, () => letters[next(letters.length)] ?? '').join('')

  test('and comes out as the long way has it, whatever stands in it', () => {
    for (let at = 0; at < 30_000; at++) {
      const text = `http${next(2) === 0 ? 's' : ''}://${some(6)}school${some(2)}.example${some(3)}/${some(14)}`
      assert.deepEqual(canonicalUrl(text), theLongWay(text), text)
    }
  })

  test('and nobody can make it long', () => {
    for (const part of ['a', 'a.', 'a/', 'a-', '/a'])
      assert.deepEqual(url(`http://a.example/${part.repeat(90)}"`).startsWith('a.example/'), true, part)
  })
})
