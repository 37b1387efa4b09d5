import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { exampleCalendar } from '../../kernel/calendar/calendar.examples.js'
import type { PersonId } from '../../kernel/ids.js'
import type { Agreement } from '../packs/schema/sections.js'
import { standingOf } from './standing.js'
import type { EndingFact, SignatureFact, StandingAsked } from './standing.js'
import { senseOf } from './text.js'

const anna = 'anna' as PersonId
const ben = 'ben' as PersonId
const agreement = (more: Partial<Agreement> = {}): Agreement =>
  ({
    id: 'home',
    version: '1.0.0',
    title: 'Home agreement',
    intro: 'How we work together.',
    promise: 'I keep to it.',
    of: { kinds: ['pupil'] },
    signers: ['parent'],
    renewal: 'school-year',
    mercy: '10 school days',
    opens: [],
    clauses: [{ id: 'kind', text: 'We are kind.' }],
    ...more,
  }) as unknown as Agreement

const at = (text: string) => Temporal.Instant.from(text)
const signed = (of: Agreement, more: Partial<SignatureFact> = {}): SignatureFact => ({
  id: 'one',
  role: 'parent',
  signer: anna,
  version: of.version,
  sense: senseOf(of),
  at: at('2026-09-08T09:00:00Z'),
  accepted: false,
  answers: {},
  ...more,
})
const asked = (more: Partial<StandingAsked> = {}): StandingAsked => ({
  calendar: exampleCalendar,
  now: at('2026-10-01T09:00:00Z'),
  signatures: [],
  endings: [],
  parents: [],
  textSince: null,
  ...more,
})
const no = (day: string, kind: EndingFact['kind'] = 'withdrawn'): EndingFact => ({ role: 'parent', kind, at: at(day) })

describe('how an agreement stands', () => {
  test('unsigned it is missing, signed it is in force, and taken back it is withdrawn until somebody signs again', () => {
    const one = agreement()
    const state = (more: Partial<StandingAsked>) => standingOf(one, asked(more)).state
    assert.equal(state({}), 'missing')
    assert.equal(state({ signatures: [signed(one)] }), 'in-force')
    assert.equal(state({ signatures: [signed(one)], endings: [no('2026-09-10T09:00:00Z')] }), 'withdrawn')
    const again = signed(one, { at: at('2026-09-12T09:00:00Z') })
    assert.equal(state({ signatures: [signed(one), again], endings: [no('2026-09-10T09:00:00Z')] }), 'in-force')
  })

  test('where both parents sign, one signature waits for the other, and says whose is missing', () => {
    const one = agreement({ signers: ['both-parents'] } as Partial<Agreement>)
    const first = standingOf(one, asked({ signatures: [signed(one)], parents: [anna, ben] }))
    assert.deepEqual([first.state, first.owed, first.owedParents], ['waiting', ['parent'], [ben]])
    const both = standingOf(
      one,
      asked({ signatures: [signed(one), signed(one, { signer: ben })], parents: [anna, ben] }),
    )
    assert.deepEqual([both.state, both.owedParents], ['in-force', []])
  })

  test('where both sign and the school knows no parent by name, any parent’s signature counts', () => {
    const one = agreement({ signers: ['both-parents'] } as Partial<Agreement>)
    assert.deepEqual(standingOf(one, asked()).owedParents, [])
    assert.equal(standingOf(one, asked({ signatures: [signed(one, { signer: null })] })).state, 'in-force')
  })

  test('a school year’s signature lapses on 1 September, and what it opened stays open for the days of mercy', () => {
    const one = agreement({ renewal: 'school-year' } as Partial<Agreement>)
    const on = (day: string) => standingOf(one, asked({ signatures: [signed(one)], now: at(day) }))
    assert.deepEqual([on('2027-08-31T22:00:00Z').state, on('2027-08-31T22:59:59Z').open], ['in-force', true])
    assert.deepEqual([on('2027-08-31T23:00:00Z').state, on('2027-08-31T23:00:00Z').open], ['lapsed', true])
    assert.equal(on('2027-12-01T09:00:00Z').open, false)
  })

  test('another wording asks for nothing new, another sense does', () => {
    const old = agreement()
    const given = signed(old)
    const sameSense = agreement({ version: '1.0.1' } as Partial<Agreement>)
    const changed = agreement({
      version: '2.0.0',
      clauses: [{ id: 'kind', text: 'We are kind, at home too.' }],
    } as never)
    assert.equal(standingOf(sameSense, asked({ signatures: [given] })).state, 'in-force')
    assert.equal(standingOf(changed, asked({ signatures: [given] })).state, 'changed')
  })

  test('one that a second person accepts waits until they have', () => {
    const one = agreement({ countersign: 'headteacher' } as Partial<Agreement>)
    const waits = standingOf(one, asked({ signatures: [signed(one)] }))
    assert.deepEqual([waits.state, waits.countersignOwed], ['waiting', true])
    assert.equal(standingOf(one, asked({ signatures: [signed(one, { accepted: true })] })).state, 'in-force')
  })
})
