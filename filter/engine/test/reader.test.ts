import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { openSnapshot, verdictOf } from '../src/index.js'
import type { ListFormat } from '../src/list-source.js'
import { READER } from '../src/snapshot/list-contents.js'
import { compiled, KS2, listOf, policyOf, ruleOf, testSeal, THURSDAY } from './school.js'

const FORMATS: readonly ListFormat[] = ['domains', 'hosts', 'urls', 'addresses', 'squid', 'adblock']

/** Lines of every shape that lists have, each with a name of its own. */
const SHAPES = [
  '#',
  '# NAME',
  '! NAME',
  '[NAME]',
  'NAME',
  'NAME # said why',
  ' NAME ',
  '.NAME',
  '*.NAME',
  '||NAME^',
  '||NAME^$third-party',
  '||NAME^$document',
  '||*.NAME^',
  '||NAME*',
  '||NAME.',
  '@@||NAME^',
  '|https://NAME/shut',
  '||NAME/shut^',
  '/NAME[0-9]+/',
  '/NAME/',
  '/NAME/*',
  'NAME##.advert',
  'NAME/shut',
  'NAME/shut?q=1#top',
  'http://NAME/',
  'https://user@NAME:8443/shut/../shut',
  'NAME:8080',
  'NAME.',
  'NAME%2e',
  '-NAME',
  '_dmarc.NAME',
  'bücher.NAME',
  'xn--bcher-kva.NAME',
  '0.0.0.0 NAME',
  '127.0.0.1 NAME www.NAME # two',
  '192.0.2.9 NAME',
  ':: NAME',
  'localhost',
  'uk',
  'co.uk',
  '192.0.2.7',
  '0xc0000208',
  '198.51.100.0/24',
  '2001:db8::/32',
  '[2001:db9::1]',
  '203.0.113.5-203.0.113.9',
]

const SEEN = ['NAME', 'www.NAME', 'xn--bcher-kva.NAME', 'https://NAME/', 'https://NAME/shut', 'https://NAME:8443/shut']
const FIXED = [
  'localhost',
  'bbc.co.uk',
  '192.0.2.7',
  '192.0.2.8',
  '198.51.100.77',
  '2001:db8::5',
  '2001:db9::1',
  '203.0.113.6',
]

/** What a list of all these lines comes to in a format: what was refused and why, and what is blocked by it. */
async function meaning(format: ListFormat): Promise<unknown> {
  const lines = SHAPES.map((shape, at) => shape.replaceAll('NAME', `n${at}.example`))
  const asked = [...SHAPES.flatMap((_, at) => SEEN.map((seen) => seen.replace('NAME', `n${at}.example`))), ...FIXED]
  const { bytes, report } = await compiled({
    policy: policyOf([ruleOf('shut', { verdict: 'block', about: { categories: ['games'] }, to: { everyone: true } })]),
    lists: [listOf('l', lines.join('\n'), { category: 'games', format })],
  })
  const snapshot = openSnapshot(bytes!.buffer, testSeal)
  const blocked = asked.filter((target) => {
    const profile = snapshot.profile(KS2)
    const isUrl = target.includes('/')
    return (
      verdictOf(
        isUrl ? snapshot.outcomeOfUrl(target, profile, THURSDAY) : snapshot.outcomeOfHost(target, profile, THURSDAY),
      ) === 'block'
    )
  })
  return { format, lists: report.lists, blocked }
}

test('whoever changes what a line of a list means makes kept lists be read again', async () => {
  const meanings = []
  for (const format of FORMATS) meanings.push(await meaning(format))
  const digest = createHash('sha256').update(JSON.stringify(meanings)).digest('hex').slice(0, 16)
  assert.deepEqual(
    { reader: READER, digest },
    { reader: 3, digest: '916ddc1bb3b1dba8' },
    'A line means something else now: raise READER in list-contents.ts, then write both here.',
  )
})
