import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { judged, kept } from '../../engine/clauses/clause-state.js'
import type { ClauseState, Finding } from '../../engine/clauses/clause-state.js'
import { leanOnHomes } from './lean-on-homes.js'
import type { Use } from './lean-on-homes.js'

const asOf = Temporal.Instant.from('2026-11-24T10:00:00Z')
const finding = (sentence: string, due: string | null = null): Finding => ({
  sentence,
  rows: [{ table: 'person', id: sentence }],
  post: null,
  due: due ? Temporal.Instant.from(due) : null,
})
const use = (number: string, key: string, more: Partial<Use> = {}): Use => ({
  clause: { id: number, number } as unknown as Use['clause'],
  mechanism: 'notice',
  key,
  narrowed: key !== 'all',
  first: true,
  ...more,
})
const staff = finding('One member of staff has not read it.')
const governor = finding('One governor has not read it.')

function verdicts(uses: readonly Use[], answers: Readonly<Record<string, ClauseState>>): Record<string, string> {
  const leaning = leanOnHomes(uses, new Map(Object.entries(answers)), asOf)
  return Object.fromEntries(
    uses.map((one) => [one.clause.number, (leaning.get(one) ?? answers[one.key])?.verdict ?? 'none']),
  )
}

describe('one thing that is amiss', () => {
  it('breaks the promise that is narrowed to it, and not those that lean on the same check', () => {
    const uses = [use('1.1', 'all'), use('1.2', 'staff'), use('1.3', 'all')]
    const answers = { all: judged('3 read', [staff]), staff: judged('3 read', [staff]) }
    assert.deepEqual(verdicts(uses, answers), { '1.1': 'kept', '1.2': 'broken', '1.3': 'kept' })
    const basis = [...leanOnHomes(uses, new Map(Object.entries(answers)), asOf).values()].map((state) => state.basis)
    assert.ok(basis.every((text) => text === '3 read; what is amiss there counts at 1.2'))
  })

  it('breaks the first promise that leans on the check above all, where none is narrowed to it', () => {
    const uses = [use('1.1', 'all', { first: false }), use('1.2', 'all'), use('1.3', 'all')]
    assert.deepEqual(verdicts(uses, { all: judged('', [staff]) }), { '1.1': 'kept', '1.2': 'broken', '1.3': 'kept' })
  })

  it('is always counted somewhere: what only some of the narrowed checks speak of stays with the first that leans', () => {
    const uses = [use('1.1', 'all'), use('1.2', 'staff'), use('1.3', 'all')]
    const answers = { all: judged('', [staff, governor]), staff: judged('', [staff]) }
    assert.deepEqual(verdicts(uses, answers), { '1.1': 'broken', '1.2': 'broken', '1.3': 'kept' })
    const home = leanOnHomes(uses, new Map(Object.entries(answers)), asOf).get(uses[0] as Use)
    assert.deepEqual(home?.findings, [governor])
  })

  it('that is only due leaves its home due, not broken', () => {
    const soon = finding('One governor has until Friday.', '2026-11-27T10:00:00Z')
    const uses = [use('1.1', 'all'), use('1.2', 'staff')]
    const answers = { all: judged('', [staff], [soon]), staff: judged('', [staff]) }
    assert.deepEqual(verdicts(uses, answers), { '1.1': 'due', '1.2': 'broken' })
  })
})

describe('what is amiss with the whole of a check', () => {
  const nobody: Finding = { sentence: 'Nobody can hear a concern now.', rows: [], post: null, due: null }

  it('breaks every promise that leans on it: nothing is kept by nobody', () => {
    const uses = [use('1.1', 'all'), use('1.2', 'staff'), use('1.3', 'all', { first: false })]
    const answers = { all: judged('', [nobody, staff]), staff: judged('', [staff, nobody]) }
    assert.deepEqual(verdicts(uses, answers), { '1.1': 'broken', '1.2': 'broken', '1.3': 'broken' })
    const states = [...leanOnHomes(uses, new Map(Object.entries(answers)), asOf).values()]
    assert.ok(states.every(({ findings }) => findings.length === 1 && findings[0] === nobody))
  })
})

describe('a check that found nothing, or could not look', () => {
  it('stands as it is for every promise that leans on it', () => {
    const unknown: ClauseState = { verdict: 'unknown', findings: [], basis: '' }
    for (const state of [kept(''), unknown])
      assert.equal(leanOnHomes([use('1.1', 'all'), use('1.2', 'all')], new Map([['all', state]]), asOf).size, 0)
  })

  it('of another mechanism takes nothing from this one', () => {
    const uses = [use('1.1', 'all'), use('1.2', 'other', { mechanism: 'other' })]
    assert.deepEqual(verdicts(uses, { all: judged('', [staff]), other: judged('', [staff]) }), {
      '1.1': 'broken',
      '1.2': 'broken',
    })
  })
})
