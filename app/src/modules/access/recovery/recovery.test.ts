import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { newFirstSignInCode, opensFirstSignIn } from './first-sign-in-code.js'
import { newRecoveryCodes, spendRecoveryCode } from './recovery-codes.js'
import { findTypedCode, typedCodeHash } from './typed-code.js'

const key = Buffer.alloc(32, 'code')
const now = Temporal.Instant.from('2026-11-24T10:42:00Z')

describe('recovery codes', () => {
  it('are ten, all different, in groups without letters that are misread', () => {
    const { codes, hashes } = newRecoveryCodes(key, 'account-a')
    assert.equal(new Set(codes).size, 10)
    assert.equal(hashes.length, 10)
    for (const code of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  it('work once each', () => {
    const { codes, hashes } = newRecoveryCodes(key, 'account-a')
    const left = spendRecoveryCode(key, 'account-a', codes[3]!, hashes)
    assert.equal(left?.length, 9)
    assert.equal(spendRecoveryCode(key, 'account-a', codes[3]!, left), null)
    assert.equal(spendRecoveryCode(key, 'account-a', codes[9]!, left)?.length, 8)
  })

  it('are taken as people type them', () => {
    const { codes, hashes } = newRecoveryCodes(key, 'account-a')
    const spent = (typed: string) => spendRecoveryCode(key, 'account-a', typed, hashes)?.length
    const [code] = codes
    assert.equal(spent(code!.toLowerCase()), 9)
    assert.equal(spent(code!.replaceAll('-', '')), 9)
    assert.equal(spent(`  ${code!.replaceAll('-', ' – ')} `), 9)
    assert.equal(spent(code!.replaceAll('0', 'o').replaceAll('1', 'l')), 9)
    assert.equal(spent(''), undefined)
    assert.equal(spent(code!.slice(0, -1)), undefined)
  })

  it('open no other account, and nothing under another secret', () => {
    const { codes, hashes } = newRecoveryCodes(key, 'account-a')
    assert.equal(spendRecoveryCode(key, 'account-b', codes[0]!, hashes), null)
    assert.equal(spendRecoveryCode(Buffer.alloc(32, 'other'), 'account-a', codes[0]!, hashes), null)
  })

  it('are stored as keyed hashes only', () => {
    const { codes, hashes } = newRecoveryCodes(key, 'account-a')
    assert.ok(hashes.every((hash, place) => hash.length === 32 && !hash.includes(codes[place]!)))
  })
})

describe('a code on paper', () => {
  it('forgives the letters that look like numbers', () => {
    const hash = typedCodeHash(key, 'test', '10A1-0B01-1C10')
    assert.equal(findTypedCode(typedCodeHash(key, 'test', 'loai obol icio'), [Buffer.alloc(32), hash]), 1)
    assert.equal(findTypedCode(typedCodeHash(key, 'test', '10A1-0B01-1C11'), [Buffer.alloc(32), hash]), -1)
  })
})

describe('the code for the first sign-in', () => {
  const { code, stored } = newFirstSignInCode(key, 'account-a', now)
  const opens = (typed: string, later = 0, account = 'account-a') =>
    opensFirstSignIn(key, account, typed, { stored, now: now.add({ hours: later }) })

  it('opens its account for a fortnight, however it is typed', () => {
    assert.equal(opens(code), true)
    assert.equal(opens(code.toLowerCase().replaceAll('-', ' ')), true)
    assert.equal(opens(code, 14 * 24 - 1), true)
    assert.equal(opens(code, 14 * 24), false)
  })

  it('opens nothing else', () => {
    assert.equal(opens('0000-0000-0000'), false)
    assert.equal(opens(''), false)
    assert.equal(opens(code, 0, 'account-b'), false)
    assert.equal(opensFirstSignIn(key, 'account-a', code, { stored: null, now }), false)
  })

  it('is no recovery code, nor the other way round', () => {
    const recovery = newRecoveryCodes(key, 'account-a')
    assert.equal(spendRecoveryCode(key, 'account-a', code, [stored.hash]), null)
    assert.equal(opens(recovery.codes[0]!), false)
  })
})
