import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { type Attempt, attemptBuckets } from './attempt-buckets.js'
import { isKnownDevice, markOfDevice } from './known-device.js'
import { type Failures, accountSlowness, afterFailure, sourceSlowness, waitInWords, waitUntil } from './slow-down.js'

const start = Temporal.Instant.from('2026-11-24T09:00:00Z')
const slowness = accountSlowness(10)

/** The seconds to wait after so many failures, all at once. */
function wait(count: number, rules = slowness): number {
  let failures: Failures | null = null
  for (let n = 0; n < count; n++) failures = afterFailure(failures, rules, start)
  const until = waitUntil(failures, rules, start)
  return until === null ? 0 : (until.epochMilliseconds - start.epochMilliseconds) / 1_000
}

describe('wrong passwords', () => {
  it('cost nothing at first, then more and more, and never more than a quarter of an hour', () => {
    assert.deepEqual(
      [0, 1, 9, 10, 11, 12, 14, 15, 40, 2_000].map((count) => wait(count)),
      [0, 0, 0, 30, 60, 120, 480, 900, 900, 900],
    )
  })

  it('let the next try in when the wait is over', () => {
    const failures = { count: 10, lastAt: start }
    assert.ok(waitUntil(failures, slowness, start.add({ seconds: 29 })))
    assert.equal(waitUntil(failures, slowness, start.add({ seconds: 30 })), null)
    assert.equal(afterFailure(failures, slowness, start.add({ seconds: 30 })).count, 11)
  })

  it('are forgotten after a day without one', () => {
    const failures = { count: 40, lastAt: start }
    assert.equal(afterFailure(failures, slowness, start.add({ hours: 23 })).count, 41)
    assert.equal(afterFailure(failures, slowness, start.add({ hours: 24 })).count, 1)
  })

  it('leave a guesser fewer than 110 tries a day at one account', () => {
    let failures: Failures | null = null
    let tries = 0
    for (let now = start; now.epochMilliseconds < start.add({ hours: 24 }).epochMilliseconds; tries++) {
      failures = afterFailure(failures, slowness, now)
      now = waitUntil(failures, slowness, now) ?? now
    }
    assert.ok(tries < 110, String(tries))
  })

  it('of a whole school behind one address slow it only gently', () => {
    const source = sourceSlowness(10)
    assert.deepEqual(
      [99, 100, 101, 2_000].map((count) => wait(count, source)),
      [0, 2, 4, 60],
    )
  })

  it('are told of in words that fit any account, real or not', () => {
    assert.match(waitInWords(start.add({ seconds: 1 }), start), /Wait 1 second, then try again/)
    assert.match(waitInWords(start.add({ seconds: 30 }), start), /Wait 30 seconds/)
    assert.match(waitInWords(start.add({ seconds: 60 }), start), /Wait 1 minute,/)
    assert.match(waitInWords(start.add({ seconds: 61 }), start), /Wait 2 minutes/)
  })
})

describe('where wrong passwords are counted', () => {
  const key = Buffer.alloc(32, 'code')
  const attempt: Attempt = { login: 'mfenwick', address: '203.0.113.9', knownDevice: false }
  const same = (a: Partial<Attempt>, b: Partial<Attempt>, bucket: 'account' | 'source') =>
    attemptBuckets(key, { ...attempt, ...a })[bucket]?.equals(
      attemptBuckets(key, { ...attempt, ...b })[bucket] ?? Buffer.alloc(0),
    )

  it('does not depend on how the name is written', () => {
    assert.equal(same({}, { login: ' MFenwick ' }, 'account'), true)
    assert.equal(same({}, { login: 'jfenwick' }, 'account'), false)
  })

  it('is apart for the browser that the owner uses, so that nobody can slow the DSL on purpose', () => {
    assert.equal(same({}, { knownDevice: true }, 'account'), false)
    assert.equal(same({}, { knownDevice: true }, 'source'), true)
  })

  it('is the network, so that one machine cannot change its address to start afresh', () => {
    assert.equal(same({ address: '2001:db8:1:2::1' }, { address: '2001:0db8:0001:0002:ffff::9' }, 'source'), true)
    assert.equal(same({ address: '2001:db8:1:2::1' }, { address: '2001:db8:1:3::1' }, 'source'), false)
    assert.equal(same({ address: '::ffff:203.0.113.9' }, {}, 'source'), true)
    assert.equal(same({ address: '2001:db8::1' }, { address: 'fe80::1%eth0' }, 'source'), false)
    assert.equal(same({ address: '203.0.113.8' }, {}, 'source'), false)
  })

  it('is nowhere for a web server of this machine that does not say who asks, or one stranger would slow the whole school', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
      assert.equal(attemptBuckets(key, { ...attempt, address }).source, null)
  })

  it('holds neither name nor address', () => {
    const { account, source } = attemptBuckets(key, attempt)
    assert.deepEqual([account.length, source?.length], [32, 32])
    assert.equal(attemptBuckets(Buffer.alloc(32, 'other'), attempt).account.equals(account), false)
  })
})

describe('the mark of a browser that has signed in before', () => {
  const key = Buffer.alloc(32, 'device')
  const mark = markOfDevice(key, 'account-a', '2026-09-03T08:00:00Z')

  it('is known for its own account', () => {
    assert.equal(isKnownDevice(key, mark, 'account-a', '2026-09-03T08:00:00Z'), true)
    assert.equal(isKnownDevice(key, mark, 'account-b', '2026-09-03T08:00:00Z'), false)
  })

  it('is worth nothing after a new password', () => {
    assert.equal(isKnownDevice(key, mark, 'account-a', '2026-11-24T10:00:00Z'), false)
  })

  it('cannot be made up', () => {
    const changed = `${mark.slice(0, 5)}${mark[5] === 'A' ? 'B' : 'A'}${mark.slice(6)}`
    for (const wrong of [undefined, '', 'x', changed, 'A'.repeat(64)]) {
      assert.equal(isKnownDevice(key, wrong, 'account-a', '2026-09-03T08:00:00Z'), false)
    }
  })
})
