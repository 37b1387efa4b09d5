import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Module } from '../module.js'
import { mechanismsAt } from './mechanisms-at.js'

const modules = [
  {
    mechanisms: [
      { id: 'policy-document', page: '/policy' },
      { id: 'hidden', page: null },
    ],
  },
  {
    mechanisms: [
      { id: 'clause-check', page: '/policy/kept' },
      { id: 'turns', page: '/policy/kept' },
    ],
  },
] as unknown as readonly Module[]

describe('which promises a screen serves', () => {
  test('those of the longest page that begins its address', () => {
    assert.deepEqual(mechanismsAt(modules, '/policy/kept/told-the-same-day').ids, ['clause-check', 'turns'])
    assert.deepEqual(mechanismsAt(modules, '/policy/versions'), { page: '/policy', ids: ['policy-document'] })
  })

  test('none where no mechanism has its page, nor where an address only begins with the same letters', () => {
    assert.deepEqual(mechanismsAt(modules, '/policyholders'), { page: null, ids: [] })
  })
})
