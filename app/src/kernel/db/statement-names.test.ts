import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { statementName } from './statement-names.js'

const ask = (text: string, times: number): readonly (string | null)[] =>
  Array.from({ length: times }, () => statementName(text))

describe('plans that a connection keeps', () => {
  test('are for statements that are asked again and again', () => {
    const names = ask('SELECT 1 FROM a', 6)
    assert.deepEqual(names.slice(0, 4), [null, null, null, null])
    assert.ok(names[4])
    assert.equal(names[5], names[4])
  })

  test('are never for what looks into texts, whose index a kept plan would drop', () => {
    for (const text of ['SELECT 1 WHERE a ILIKE $1', 'SELECT 1 WHERE a like $1', 'SELECT 1 WHERE a @@ $1'])
      assert.deepEqual(
        ask(text, 20).filter((name) => name !== null),
        [],
      )
  })

  test('are bounded, whatever is asked', () => {
    const names = new Set<string | null>()
    for (let at = 0; at < 1_000; at++) for (const name of ask(`SELECT ${at} FROM b`, 6)) names.add(name)
    assert.ok(names.size <= 201, `${names.size} names`)
  })
})
