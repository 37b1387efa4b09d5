import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hash } from '@node-rs/argon2'
import { hashPassword, isReused, needsRehash, verifyPassword } from './password-hash.js'

const pepper = Buffer.alloc(32, 'pepper')

describe('a stored password', () => {
  it('is recognised, and no other is', async () => {
    const stored = await hashPassword(pepper, 'otter lemon kite')
    assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.equal(await verifyPassword(pepper, 'otter lemon kite', stored), true)
    assert.equal(await verifyPassword(pepper, 'otter lemon Kite', stored), false)
    assert.equal(await verifyPassword(pepper, '', stored), false)
  })

  it('has a hash of its own each time, so that two people with one password cannot be told', async () => {
    assert.notEqual(await hashPassword(pepper, 'otter lemon kite'), await hashPassword(pepper, 'otter lemon kite'))
  })

  it('cannot be checked with a copy of the database alone, without the secret file', async () => {
    const stored = await hashPassword(pepper, 'otter lemon kite')
    assert.equal(await verifyPassword(Buffer.alloc(32, 'another'), 'otter lemon kite', stored), false)
  })

  it('is recognised whichever keyboard wrote its accents', async () => {
    const stored = await hashPassword(pepper, 'caf\u00e9 otter kite')
    assert.equal(await verifyPassword(pepper, 'cafe\u0301 otter kite', stored), true)
  })

  it('is not compared with a text of megabytes', async () => {
    const stored = await hashPassword(pepper, '')
    assert.equal(await verifyPassword(pepper, 'x'.repeat(5_000_000), stored), false)
  })

  it('is hashed again when the parameters have grown', async () => {
    assert.equal(needsRehash(await hashPassword(pepper, 'otter')), false)
    assert.equal(needsRehash(await hash('otter', { memoryCost: 8_192, timeCost: 2, parallelism: 1 })), true)
    assert.equal(needsRehash(await hash('otter', { memoryCost: 19_456, timeCost: 1, parallelism: 1 })), true)
  })

  it('may not come back while it is among the last ones', async () => {
    const earlier = [await hashPassword(pepper, 'first'), await hashPassword(pepper, 'second')]
    assert.equal(await isReused(pepper, 'second', earlier), true)
    assert.equal(await isReused(pepper, 'third', earlier), false)
  })
})

describe('an account that does not exist', () => {
  it('is refused, after the very same argon2 work as a known one', async () => {
    const known = await hashPassword(pepper, 'otter lemon kite')
    const times = { known: Infinity, unknown: Infinity }
    for (let round = 0; round < 8; round++) {
      times.known = Math.min(times.known, await timed(() => verifyPassword(pepper, 'wrong', known)))
      times.unknown = Math.min(times.unknown, await timed(() => verifyPassword(pepper, 'wrong', null)))
    }
    assert.equal(await verifyPassword(pepper, 'wrong', null), false)
    // The best of eight, within a factor of three: skipping the work would be a thousand times faster.
    assert.ok(times.unknown > times.known / 3, `unknown ${times.unknown} ms, known ${times.known} ms`)
    assert.ok(times.unknown < times.known * 3, `unknown ${times.unknown} ms, known ${times.known} ms`)
  })
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
