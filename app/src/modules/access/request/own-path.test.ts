import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath } from './own-path.js'

test('a path of ours is kept, with its query', () => {
  for (const path of ['/', '/today', '/cases/01980000?step=2#x', '/a%20b']) assert.equal(ownPath(path), path)
})

test('whatever would lead elsewhere, or into a header, is dropped', () => {
  for (const other of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'today',
    '',
    '/a b',
    '/a\nb',
    '/a\\b',
    `/${'x'.repeat(600)}`,
    ['/a'],
    undefined,
  ])
    assert.equal(ownPath(other), null, String(other))
})
