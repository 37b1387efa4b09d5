import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { openSnapshot, type OpenSnapshot, withIllegalLayerOf } from '../src/index.js'
import { KS2, testSeal, THURSDAY } from './school.js'

/** Made in November 2026, before patterns had a section of their own, with keys that are gone. */
const OLD = gunzipSync(readFileSync(new URL('../../../../filter/engine/test/snapshot-of-format-1.gz', import.meta.url)))
const bytesOf = ({ buffer, byteOffset, length }: Uint8Array) => buffer.slice(byteOffset, byteOffset + length)

const verdicts = (snapshot: OpenSnapshot): readonly string[] =>
  ['play.example', 'http://shop.example/banner/x', 'http://any.example/popup', 'http://shop.example/'].map(
    (target) => snapshot.decide({ kind: 'http', target, who: KS2, at: THURSDAY }).verdict,
  )

test('a snapshot of the format before is still served, and gone back to, with every rule it had', () => {
  const old = openSnapshot(bytesOf(OLD), { ...testSeal, verify: () => true })
  assert.deepEqual(verdicts(old), ['block', 'block', 'block', 'allow'])
  const again = withIllegalLayerOf(old, old, { number: 2, at: THURSDAY, seal: testSeal })
  assert.deepEqual(verdicts(openSnapshot(again.buffer, testSeal)), ['block', 'block', 'block', 'allow'])
})

test('one of a format to come is refused', () => {
  const next = Uint8Array.from(OLD)
  next[108] = 3
  const unchecked = { ...testSeal, verify: () => true, digest: () => next.slice(72, 104) }
  assert.throws(() => openSnapshot(next.buffer, unchecked), { name: 'SnapshotRefused', kind: 'other-format' })
})
