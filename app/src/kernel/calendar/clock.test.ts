import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { fixedClock, offsetClock, systemClock } from './clock.js'

describe('a clock', () => {
  it('can stand still on a day of the school year', () => {
    assert.equal(fixedClock('2026-11-24T10:42:00Z').now().toString(), '2026-11-24T10:42:00Z')
  })

  it('can run ahead of another', () => {
    const base = fixedClock('2026-11-24T10:42:00Z')
    assert.equal(offsetClock(base, { minutes: -118 }).now().toString(), '2026-11-24T08:44:00Z')
  })

  it('of the system is the machine’s own', () => {
    const apart = Math.abs(systemClock.now().epochMilliseconds - Temporal.Now.instant().epochMilliseconds)
    assert.ok(apart < 1_000)
  })
})
