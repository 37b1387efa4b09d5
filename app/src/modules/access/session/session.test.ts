import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { exampleCalendar } from '../../../kernel/calendar/calendar.examples.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import { sessionCookie, sessionCookieName } from './session-cookie.js'
import { isFresh, isLive, isWorthNoting, sessionEnds } from './session-life.js'
import { newSessionToken, sessionTokenHash } from './session-token.js'

const start = Temporal.Instant.from('2026-11-24T09:00:00Z')
const after = (minutes: number) => start.add({ minutes })

describe('the token of a session', () => {
  it('is 256 random bits, of which only a hash is stored', () => {
    const { token, hash } = newSessionToken()
    assert.equal(Buffer.from(token, 'base64url').length, 32)
    assert.notEqual(newSessionToken().token, token)
    assert.deepEqual(sessionTokenHash(token), hash)
    assert.equal(hash.includes(token), false)
  })

  it('is not looked up when it cannot be one', () => {
    const { token } = newSessionToken()
    for (const wrong of [undefined, '', token.slice(1), `${token}x`, `${token.slice(1)}'`, 'x'.repeat(10_000)]) {
      assert.equal(sessionTokenHash(wrong), null)
    }
  })
})

describe('a session', () => {
  const rules = { idle: spanOf('30 minutes'), absolute: spanOf('12 hours') }
  const ends = (lastSeen: number, shared = false, by = rules) => {
    const session = { signedInAt: start, lastSeenAt: after(lastSeen), shared }
    return (sessionEnds(exampleCalendar, by, session).epochMilliseconds - start.epochMilliseconds) / 60_000
  }

  it('ends when nothing has happened for a while', () => {
    assert.equal(ends(0), 30)
    assert.equal(ends(45), 75)
  })

  it('ends in any case at its limit', () => assert.equal(ends(710), 720))

  it('may end with the school day, where the pack says so', () => {
    assert.equal(ends(370, false, { ...rules, absolute: spanOf('same school day') }), 380)
  })

  it('on a shared machine ends after five minutes or one lesson, or sooner if the pack is stricter', () => {
    assert.equal(ends(0, true), 5)
    assert.equal(ends(58, true), 60)
    assert.equal(ends(0, true, { ...rules, idle: spanOf('3 minutes') }), 3)
  })

  it('is over at the very instant', () => {
    assert.equal(isLive(after(30), after(29)), true)
    assert.equal(isLive(after(30), after(30)), false)
  })

  it('is noted as used once a minute', () => {
    assert.equal(isWorthNoting(start, start.add({ seconds: 59 })), false)
    assert.equal(isWorthNoting(start, start.add({ seconds: 60 })), true)
  })
})

describe('a sensitive act', () => {
  it('asks again who is there after ten minutes', () => {
    assert.equal(isFresh(start, after(9)), true)
    assert.equal(isFresh(start, after(10)), false)
    assert.equal(isFresh(null, start), false)
  })

  it('does not trust a proof from the future', () => assert.equal(isFresh(after(5), start), false))
})

describe("a session's cookie", () => {
  const lasts = Temporal.Duration.from({ minutes: 720 })

  it('is out of reach of scripts, other sites and plain http', () => {
    assert.equal(sessionCookieName('https://hedgerow.example.org'), '__Host-hedgerow')
    const { maxAge, ...attributes } = sessionCookie('https://hedgerow.example.org', false, lasts)
    assert.deepEqual(attributes, { path: '/', httpOnly: true, secure: true, sameSite: 'lax' })
    assert.equal(maxAge, 43_200)
  })

  it('is forgotten with the window on a shared machine', () => {
    assert.equal('maxAge' in sessionCookie('https://hedgerow.example.org', true, lasts), false)
  })

  it('works on a machine that is being tried out without https', () => {
    assert.equal(sessionCookieName('http://localhost:3000'), 'hedgerow')
    assert.equal(sessionCookie('http://localhost:3000', false, lasts).secure, false)
  })
})
