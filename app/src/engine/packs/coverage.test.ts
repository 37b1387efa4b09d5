import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverage } from './coverage.js'
import { OVERLAY, edited, judgeOverlay, sound } from './pack.examples.js'

test('a requirement counts as kept by a clause, cited elsewhere, or missing', () => {
  const files = edited(OVERLAY, 'clauses/03-telling.yaml', 'source: [003-105]', 'reason: Ours.')
  const cited = edited(
    files,
    'routing.yaml',
    'first: [headteacher, dsl]',
    'first: [headteacher, dsl]\n  source: [003-079, 003-105]',
  )
  assert.deepEqual(coverage(sound(judgeOverlay(cited)).pack, ['003-072', '003-079', '003-105', '004-001']), {
    byClause: ['003-072', '003-079'],
    elsewhere: ['003-105'],
    missing: ['004-001'],
  })
})
