import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkTotp, newTotpSeed, seedToType, totpAddress } from './totp.js'

/** RFC 6238, appendix B: the seed '12345678901234567890' and its codes, of which apps show the last six digits. */
const RFC_SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const RFC_CODES: Readonly<Record<number, string>> = {
  59: '287082',
  1111111109: '081804',
  1111111111: '050471',
  1234567890: '005924',
  2000000000: '279037',
  20000000000: '353130',
}

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1_000)

/** The code of a step, made from the standard and not from the library under test. */
function codeOf(step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', '12345678901234567890').update(counter).digest()
  const offset = mac[19]! & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const STEP = 60_000_000
const now = at(STEP * 30 + 12)

describe('a code from the phone', () => {
  it('is the one of the standard', () => {
    for (const [seconds, code] of Object.entries(RFC_CODES)) {
      const proof = checkTotp(RFC_SEED, code, at(Number(seconds)), null)
      assert.equal(proof?.step, Math.floor(Number(seconds) / 30), seconds)
    }
  })

  it('is taken with spaces, and not with anything else', () => {
    const code = codeOf(STEP)
    assert.equal(checkTotp(RFC_SEED, ` ${code.slice(0, 3)} ${code.slice(3)} `, now, null)?.step, STEP)
    for (const wrong of ['', '12345', `${code}0`, `${code.slice(1)}x`, 'abcdef', '１２３４５６', `-${code.slice(1)}`]) {
      assert.equal(checkTotp(RFC_SEED, wrong, now, null), null, wrong)
    }
  })

  it('may be one step early or late, and no more', () => {
    const taken = [-2, -1, 0, 1, 2].map((drift) => checkTotp(RFC_SEED, codeOf(STEP + drift), now, null)?.step ?? null)
    assert.deepEqual(taken, [null, STEP - 1, STEP, STEP + 1, null])
  })

  it('is taken once, and then neither it nor an earlier one', () => {
    const proof = checkTotp(RFC_SEED, codeOf(STEP), now, null)
    assert.ok(proof)
    assert.equal(checkTotp(RFC_SEED, codeOf(STEP), now, proof.step), null)
    assert.equal(checkTotp(RFC_SEED, codeOf(STEP - 1), now, proof.step), null)
    assert.equal(checkTotp(RFC_SEED, codeOf(STEP + 1), now, proof.step)?.step, STEP + 1)
  })

  it('of another seed is refused', () => {
    assert.equal(checkTotp(newTotpSeed(), codeOf(STEP), now, null), null)
  })
})

describe('setting up an app', () => {
  it('has a seed of 160 bits, never the same', () => {
    assert.match(newTotpSeed(), /^[A-Z2-7]{32}$/)
    assert.notEqual(newTotpSeed(), newTotpSeed())
  })

  it('gives an address that apps read', () => {
    const address = new URL(totpAddress(RFC_SEED, "St Hild's & All", 'mfenwick'))
    assert.equal(`${address.protocol}//${address.host}`, 'otpauth://totp')
    assert.equal(decodeURIComponent(address.pathname), "/Hedgerow St Hild's & All:mfenwick")
    assert.equal(address.searchParams.get('secret'), RFC_SEED)
    assert.equal(address.searchParams.get('issuer'), "Hedgerow St Hild's & All")
    // Left out, they are the usual ones; written out, they must be.
    assert.ok(['30', null].includes(address.searchParams.get('period')))
    assert.ok(['6', null].includes(address.searchParams.get('digits')))
  })

  it('can be typed, in groups', () => {
    assert.equal(seedToType(RFC_SEED), 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  })
})
