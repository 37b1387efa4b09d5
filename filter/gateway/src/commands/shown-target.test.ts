import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opened, policyOf } from '../../../engine/test/school.js'
import { supplied } from '../../../engine/test/supplied.js'
import { rowOf } from '../log/read-log.js'
import { Replay } from './diff.js'
import { explained } from './explain.js'

test('what a supplier lists as illegal is named by no command that reads a log', async () => {
  const before = await opened({ policy: policyOf([]) })
  const after = await opened({ policy: policyOf([]), number: 2, suppliers: [supplied(['worst.example'])] })
  const line = '2026-11-26T10:15:00.000Z\tdns\tallow\tdefault\t\t1\t10.0.0.1\tks2\t\t\t\t\tworst.example\t\t'
  for (const [a, b] of [
    [before, after],
    [after, before],
  ] as const) {
    const replay = new Replay(a, b)
    replay.row(rowOf(line))
    const said = replay.sentences().join('\n')
    assert.match(said, /which is not shown, for ks2/)
    assert.doesNotMatch(said, /worst/)
  }
  const asked = {
    kind: 'dns',
    target: 'worst.example',
    who: { group: 'ks2' },
    at: Date.parse('2026-11-26T10:15:00Z'),
  } as const
  assert.doesNotMatch(explained(after.decide(asked)).join('\n'), /worst/)
})
