import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { listOf, opened, policyOf, ruleOf } from '../../test/school.js'

describe('the hosts in a snapshot', () => {
  test('are those that its lists and rules name, spelled as they were', async () => {
    const hosts = [
      'a.example',
      'www.bets-and-more.example',
      'xn--bcher-kva.example',
      '0-9_x.co.uk',
      `${'long'.repeat(15)}.${'name'.repeat(15)}.example`,
    ]
    const many = Array.from({ length: 5_000 }, (_, at) => `host${at * 7919}.list${at % 13}.example`)
    const snapshot = await opened({
      policy: policyOf([
        ruleOf('one', {
          verdict: 'block',
          about: { hosts: ['ruled.example', '192.0.2.0/24', 'paths.example/games'] },
          to: { everyone: true },
        }),
      ]),
      lists: [listOf('all', [...hosts, ...many].join('\n'), { category: 'gambling' })],
    })
    const found = new Set(snapshot.hosts())
    for (const host of [...hosts, ...many, 'ruled.example']) assert.ok(found.has(host), host)
    for (const host of found) assert.ok(!host.includes('/'), host)
    assert.ok(found.size < hosts.length + many.length + 300, `${found.size} hosts`)
  })
})
