import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { layerOf, openSnapshot, type OpenSnapshot } from '../src/index.js'
import { Sha256 } from '../src/illegal/sha256.js'
import type { SupplierSource } from '../src/list-source.js'
import { momentOf } from '../src/snapshot/moment-of.js'
import { whatIsWeaker } from '../src/snapshot/what-is-weaker.js'
import { withIllegalLayerOf } from '../src/snapshot/with-illegal-layer-of.js'
import { compiled, KS2, opened, policyOf, ruleOf, STAFF, testSeal, THURSDAY } from './school.js'
import { supplied } from './supplied.js'

const allOpen = ruleOf('open-all', { verdict: 'allow', about: { everything: true }, to: { everyone: true } })
const named = ruleOf('open-it', {
  verdict: 'allow',
  about: { hosts: ['bad.example', 'part.example/bad'] },
  to: { persons: ['it-lead'] },
  kind: 'nominated',
})
const policy = policyOf([allOpen, named], { help: ['bad.example', 'childline.org.uk'] })
const LISTED = ['bad.example', 'part.example/bad']
const isShut = (snapshot: Pick<OpenSnapshot, 'outcomeOfHost' | 'profile'>, host: string, who = KS2): boolean =>
  layerOf(snapshot.outcomeOfHost(host, snapshot.profile(who), THURSDAY)) === 'illegal'

describe('illegal content', () => {
  test('is shut to everybody, whatever rule, role, nomination or help says', async () => {
    const snapshot = await opened({ policy, suppliers: [supplied(LISTED)] })
    for (const who of [KS2, STAFF, { group: 'staff', person: 'it-lead' }, { group: 'nobody-knows' }]) {
      assert.ok(isShut(snapshot, 'BAD.example.', who))
      assert.equal(
        layerOf(snapshot.outcomeOfUrl('https://part.example/bad?x=1', snapshot.profile(who), THURSDAY)),
        'illegal',
      )
      const decision = snapshot.decide({ kind: 'http', target: 'http://bad.example/', who, at: THURSDAY })
      assert.deepEqual([decision.verdict, decision.layer, decision.lift.allowed], ['block', 'illegal', false])
      assert.ok(!JSON.stringify(decision.reasons).includes('bad.example'), 'the address is not shown to anybody')
    }
    assert.ok(!isShut(snapshot, 'www.bad.example'), 'exact host only, as the supplier listed it')
    assert.equal(
      layerOf(snapshot.outcomeOfUrl('https://part.example/good', snapshot.profile(STAFF), THURSDAY)) === 'illegal',
      false,
    )
    assert.ok(isShut(snapshot, 'bad.example'), 'still, after others were remembered as clear')
  })

  test('no policy can speak about it: refused, and reported as an attempt', async () => {
    const off = ruleOf('off', { verdict: 'allow', about: { categories: ['illegal'] }, to: { everyone: true } })
    const { bytes, events } = await compiled({ policy: policyOf([off]), suppliers: [supplied(LISTED)] })
    assert.equal(bytes, null)
    assert.deepEqual(
      events.map(({ type, alarm }) => [type, alarm]),
      [['illegal-layer.weakening-refused', true]],
    )
  })

  const SPOILT: readonly (readonly [string, SupplierSource])[] = [
    ['wrongly signed', supplied(LISTED, 2, (text) => text.replace('edition: 2', 'edition: 3'))],
    ['cut short', supplied(LISTED, 2, (text) => text.slice(0, 200))],
    ['an empty file', supplied(LISTED, 2, () => '')],
    ['an empty list, signed', supplied([], 2)],
    ['older', supplied(['other.example'], 0)],
    ['binary rubbish', supplied(LISTED, 2, () => '\u0000\u0001\u0002'.repeat(1000))],
    [
      'unreadable',
      {
        ...supplied(LISTED, 2),
        read: () => {
          throw new Error('the disk is gone')
        },
      },
    ],
  ]
  for (const [what, source] of SPOILT)
    test(`a supplier’s list that is ${what}: the last good one stays, and an alarm is raised`, async () => {
      const previous = await opened({ policy, suppliers: [supplied(LISTED, 1)] })
      const { bytes, events, report } = await compiled({ policy, suppliers: [source], number: 2, previous })
      assert.ok(isShut(openSnapshot(bytes!.buffer, testSeal), 'bad.example'))
      assert.deepEqual(
        events.map(({ type, alarm }) => [type, alarm]),
        [['supplier-list.refused', true]],
      )
      assert.equal(report.suppliers[0]?.kept, 'last-good')
    })

  test('a supplier that is left out stays in force, and it is reported', async () => {
    const previous = await opened({ policy, suppliers: [supplied(LISTED, 1)] })
    const { bytes, events } = await compiled({ policy, suppliers: [], number: 2, previous })
    assert.ok(isShut(openSnapshot(bytes!.buffer, testSeal), 'bad.example'))
    assert.deepEqual(
      events.map(({ type }) => type),
      ['illegal-layer.weakening-refused'],
    )
  })

  test('a late list stays in force and is told of', async () => {
    const { events } = await compiled({ policy, suppliers: [supplied(LISTED, 1)], at: THURSDAY + 72 * 3_600_000 })
    assert.deepEqual(
      events.map(({ type }) => type),
      ['supplier-list.late'],
    )
  })

  test('is hashed as the standard says', () => {
    const sha = new Sha256()
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, at) => at * 31)
      assert.equal(
        Buffer.from(sha.hash(bytes, 0, length)).toString('hex'),
        createHash('sha256').update(bytes).digest('hex'),
      )
    }
  })
})

describe('what may follow what is in force', () => {
  const make = async (number: number, edition: number | null) =>
    opened({ policy, number, suppliers: edition === null ? [] : [supplied(LISTED, edition)] })

  test('every single byte of a snapshot is covered by the signature', async () => {
    const { bytes } = await compiled({ policy, number: 1, suppliers: [supplied(LISTED, 1)] })
    for (let at = 0; at < bytes!.length; at += 97) {
      const spoilt = bytes!.slice()
      spoilt[at]! ^= 0x40
      assert.throws(() => openSnapshot(spoilt.buffer, testSeal), { name: 'SnapshotRefused' })
    }
  })

  test('never a weaker layer: a list that is missing, of an older edition, or empty', async () => {
    const now = await make(3, 2)
    assert.equal(whatIsWeaker(await make(4, 2), now), null)
    assert.match(whatIsWeaker(await make(4, null), now) ?? '', /lacks the list of Trust/)
    assert.match(whatIsWeaker(await make(4, 1), now) ?? '', /edition 1, and edition 2 has been in force/)
    const empty = { illegal: { suppliers: [{ supplier: 'Trust', edition: 3, entries: 0 }] } }
    assert.match(whatIsWeaker(empty, now) ?? '', /is empty/)
  })

  test('last week’s filter with this week’s layer: how a school goes back', async () => {
    const [old, newest] = [await make(1, 1), await make(3, 2)]
    const bytes = withIllegalLayerOf(old, newest, { number: 6, at: THURSDAY, seal: testSeal })
    const back = openSnapshot(bytes.buffer, testSeal)
    assert.equal(whatIsWeaker(back, newest), null)
    assert.equal(back.id.number, 6)
    assert.ok(isShut(back, 'bad.example'))
  })

  test('a clock well before the snapshot is not believed: what had ended does not begin again', () => {
    const snapshot = { compiledAt: THURSDAY }
    assert.equal(momentOf(snapshot, 0), THURSDAY)
    assert.equal(momentOf(snapshot, THURSDAY - 60_000), THURSDAY - 60_000, 'a clock may be a little slow')
    assert.equal(momentOf(snapshot, THURSDAY + 5), THURSDAY + 5)
  })
})
