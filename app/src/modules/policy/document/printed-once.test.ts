import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printedOnce } from './printed-once.js'

test('a policy that many people ask for is set once, and only the few asked for last are kept', () => {
  let set = 0
  const ask = (key: string) => printedOnce(key, () => Uint8Array.of(++set))
  for (let time = 0; time < 100; time++) ask('version 2, plain')
  assert.equal(set, 1)
  for (let version = 0; version < 24; version++) ask(`old version ${version}`)
  ask('version 2, plain')
  assert.equal(set, 26)
})
