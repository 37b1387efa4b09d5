import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { projectRoot } from '../kernel/root.js'
import { packFile, policyMap, testsOf } from './policy-map.js'

describe('the map from each promise to what keeps it', () => {
  test('docs/policy-map says what is true now: run `node tools/write-policy-map.mjs` if this fails', async () => {
    const map = await policyMap()
    assert.ok(map.size > 1)
    for (const [name, content] of map) {
      const there = await readFile(join(projectRoot(), 'docs', name), 'utf8').catch(() => '')
      assert.ok(there === content, `docs/${name} is out of date: run node tools/write-policy-map.mjs and commit it`)
    }
  })

  test('a test counts for a mechanism when it asks a check and names it', () => {
    const tests = [
      { name: 'a.test.ts', text: `sameDayTriage.check(tx)` },
      { name: 'b.test.ts', text: `await check('same-day-triage', {})` },
      { name: 'c.test.ts', text: `keptBy: [{ mechanism: 'same-day-triage' }]` },
      { name: 'd.test.ts', text: `await check('worklist', {})` },
    ]
    assert.deepEqual(testsOf('same-day-triage', tests), ['a.test.ts', 'b.test.ts'])
  })

  test('a promise says which of its mechanisms are not built yet', () => {
    const clause = { id: 'told', number: '3.1', keptBy: [{ mechanism: 'worklist' }, { mechanism: 'crystal-ball' }] }
    const part = { part: 'p', number: '3', title: 'Telling', clauses: [clause] }
    const text = packFile({ id: 'x', title: 'X', parts: [part] as never })
    assert.match(text, /- 3\.1 `told`: worklist, crystal-ball°\n/)
  })
})
